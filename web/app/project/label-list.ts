import { words } from "../messages/words";
import { el, icon } from "../shared/dom";

/** As the server gives them: u, f, w, p, b and c are the desk's own. */
const KEYS = "1234567890qertyioasdghjklzxvnm";

/** A label that is itself a key has that key; the others have those that are left, in their order. */
export function keysOf(names: readonly string[]): string[] {
  const own = names.map((name, place) => {
    const key = name.toLowerCase();
    const first = names.findIndex((other) => other.toLowerCase() === key) === place;
    return key.length === 1 && KEYS.includes(key) && first ? key : undefined;
  });
  const left = [...KEYS].filter((key) => !own.includes(key));
  return own.map((key) => (key ?? left.shift() ?? "").toUpperCase());
}

/** Labels as chips: typed one after another, or pasted as a list. */
export class LabelList {
  readonly names: string[] = [];

  constructor(
    private readonly chips: HTMLElement,
    private readonly field: HTMLInputElement,
    private readonly onChange: (twice: string | undefined) => void,
  ) {
    chips.parentElement?.addEventListener("click", () => field.focus());
    field.addEventListener("keydown", (event) => this.onKey(event));
    field.addEventListener("blur", () => this.take(field.value));
    field.addEventListener("paste", (event) => {
      const pasted = event.clipboardData?.getData("text") ?? "";
      if (!/[\n,;\t]/.test(pasted)) return;
      event.preventDefault();
      this.take(pasted);
    });
  }

  private onKey(event: KeyboardEvent): void {
    if (event.key === "Enter" || event.key === ",") {
      if (this.field.value.trim() === "") return;
      event.preventDefault();
      event.stopPropagation();
      this.take(this.field.value);
    } else if (event.key === "Backspace" && this.field.value === "") {
      this.names.pop();
      this.draw();
      this.onChange(undefined);
    }
  }

  /** Takes one name, or a list of them one a line. */
  take(typed: string): void {
    let twice: string | undefined;
    for (const name of typed.split(/[\n,;\t]/).map((part) => part.trim()).filter(Boolean)) {
      if (this.names.some((known) => known.toLowerCase() === name.toLowerCase())) twice = name;
      else this.names.push(name);
    }
    this.field.value = "";
    this.draw();
    this.onChange(twice);
  }

  private draw(): void {
    const keys = keysOf(this.names);
    this.chips.replaceChildren(
      ...this.names.map((name, place) => {
        const remove = el("button", {
          type: "button",
          "aria-label": words.project.remove(name),
          click: () => {
            this.names.splice(place, 1);
            this.draw();
            this.onChange(undefined);
            this.field.focus();
          },
        });
        remove.append(icon("close"));
        const key = keys[place] ?? "";
        return el("li", { class: "label-chip" }, key !== "" && el("kbd", {}, key), name, remove);
      }),
    );
  }
}
