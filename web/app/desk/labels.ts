import { el, need, setShare } from "../shared/dom";
import { percent } from "../shared/format";
import { capOf } from "../keys/chord";
import type { KeyedLabel, KeyMap } from "../keys/key-map";
import { words } from "../messages/words";
import type { QueueItem } from "../shared/types";

/** The buttons of the answers. They stand still; only the share line, the percentage and the suggestion change. */
export class Labels {
  readonly names: readonly KeyedLabel[];
  private readonly buttons = [...document.querySelectorAll<HTMLButtonElement>(".label-button")];
  private readonly byName = new Map(this.buttons.map((button) => [nameOf(button), button]));
  private item: QueueItem | undefined;
  private accept = "";

  constructor(onLabel: (label: string) => void) {
    this.names = this.buttons.map((button) => ({ name: nameOf(button), key: button.dataset["key"] ?? "" }));
    for (const button of this.buttons) {
      button.addEventListener("click", () => onLabel(nameOf(button)));
    }
  }

  /** Prints the keys on their buttons. */
  print(map: KeyMap): void {
    this.accept = capOf(map.ofAction.get("accept")?.[0] ?? "");
    for (const [name, button] of this.byName) {
      const chord = map.ofLabel.get(name) ?? "";
      printKey(button, chord);
    }
    this.show(this.item);
  }

  /** Pressed once, to the eye. */
  press(label: string): void {
    const button = this.byName.get(label);
    button?.classList.add("pressed");
    setTimeout(() => button?.classList.remove("pressed"), 90);
  }

  get suggested(): string | undefined {
    return this.item?.suggestion?.label;
  }

  show(item: QueueItem | undefined, given?: string): void {
    this.item = item;
    const shares = new Map(item?.suggestion?.probabilities.map(({ label, p }) => [label, p]));
    for (const [name, button] of this.byName) {
      this.dress(button, name, shares.get(name) ?? 0, name === this.suggested);
      button.classList.toggle("given", name === given);
      button.disabled = item === undefined;
    }
  }

  /** The label that was chosen or given, brought into sight. */
  mark(given: string | undefined): void {
    for (const [name, button] of this.byName) button.classList.toggle("given", name === given);
    if (given !== undefined) this.byName.get(given)?.scrollIntoView({ block: "nearest" });
  }

  private dress(button: HTMLButtonElement, name: string, share: number, suggested: boolean): void {
    const shown = share >= 0.05 || suggested ? percent(share, 0) : "";
    const key = suggested ? this.accept : "";
    const dress = `${shown} ${key} ${button.dataset["key"]}`;
    setShare(button.querySelector("i"), share);
    // With hundreds of labels most stay as they are.
    if (button.dataset["dress"] === dress) return;
    button.dataset["dress"] = dress;
    button.classList.toggle("suggested", suggested);
    need(".percent", button).replaceChildren(shown, ...(key === "" ? [] : [el("kbd", {}, key)]));
    const spoken = [capOf(button.dataset["key"] ?? ""), name, suggested ? words.desk.suggested : "", shown.replace(/\s%/, words.desk.percentSpoken)];
    button.setAttribute("aria-label", spoken.filter(Boolean).join(", "));
  }
}

/** Prints its key, or none, on the button of a label. */
export function printKey(button: HTMLButtonElement, chord = ""): void {
  button.dataset["key"] = chord;
  button.firstElementChild?.replaceWith(chord === "" ? el("span") : el("kbd", {}, capOf(chord)));
}

function nameOf(button: HTMLButtonElement): string {
  return button.dataset["label"] ?? "";
}
