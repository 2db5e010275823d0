import { el, need, setShare } from "../shared/dom";
import { percent } from "../shared/format";
import type { QueueItem } from "../shared/types";

/** The buttons of the answers. They stand still; only the share line, the percentage and the suggestion change. */
export class Labels {
  private readonly buttons = [...document.querySelectorAll<HTMLButtonElement>(".label-button")];
  private readonly byKey = new Map(this.buttons.map((button) => [button.dataset["key"]?.toLowerCase() ?? "", button]));
  private suggestion: string | undefined;

  constructor(onLabel: (label: string) => void) {
    for (const button of this.buttons) {
      button.addEventListener("click", () => onLabel(nameOf(button)));
    }
    this.startFinding();
  }

  /** The label of a key, pressed once to the eye. */
  labelOf(key: string): string | undefined {
    const button = this.byKey.get(key.toLowerCase());
    if (button === undefined) return undefined;
    button.classList.add("pressed");
    setTimeout(() => button.classList.remove("pressed"), 90);
    return nameOf(button);
  }

  get suggested(): string | undefined {
    return this.suggestion;
  }

  show(item: QueueItem | undefined, given?: string): void {
    this.suggestion = item?.suggestion?.label;
    const shares = new Map(item?.suggestion?.probabilities.map(({ label, p }) => [label, p]));
    for (const button of this.buttons) {
      const name = nameOf(button);
      this.dress(button, name, shares.get(name) ?? 0, name === this.suggestion);
      button.classList.toggle("given", name === given);
      button.disabled = item === undefined;
    }
  }

  private dress(button: HTMLButtonElement, name: string, share: number, suggested: boolean): void {
    const shown = share >= 0.05 || suggested ? percent(share, 0) : "";
    button.classList.toggle("suggested", suggested);
    const place = need(".percent", button);
    place.replaceChildren(shown, ...(suggested ? [el("kbd", {}, "Space")] : []));
    setShare(button.querySelector("i"), share);
    const spoken = [button.dataset["key"], name, suggested ? "suggested" : "", shown.replace(" %", " percent")];
    button.setAttribute("aria-label", spoken.filter(Boolean).join(", "));
  }

  private startFinding(): void {
    const field = document.querySelector<HTMLInputElement>("#find-label");
    if (field === null) return;
    const matching = (): HTMLButtonElement[] =>
      this.buttons.filter((button) => nameOf(button).toLowerCase().includes(field.value.trim().toLowerCase()));
    field.addEventListener("input", () => {
      const found = new Set(matching());
      for (const button of this.buttons) button.parentElement?.toggleAttribute("hidden", !found.has(button));
    });
    field.addEventListener("keydown", (event) => {
      if (event.key !== "Enter" && event.key !== "Escape") return;
      const only = matching();
      const found = only.length === 1 && event.key === "Enter" ? only[0] : undefined;
      field.value = "";
      field.dispatchEvent(new Event("input"));
      field.blur();
      found?.click();
      event.preventDefault();
    });
  }
}

function nameOf(button: HTMLButtonElement): string {
  return button.dataset["label"] ?? "";
}
