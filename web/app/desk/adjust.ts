import { words } from "../messages/words";
import { need, text } from "../shared/dom";

export type Quantity = "brightness" | "contrast";

const LEAST = 0.2;
const MOST = 4;
const STEP = 1.1;

/** Brightness, contrast and inversion of what is shown. They stay from image to image, and the tools say that they are on. */
export class Adjust {
  /** What the wheel changes while its key is held. */
  held: Quantity | undefined;
  private used = false;
  private inverted = false;
  private readonly values: Record<Quantity, number> = { brightness: 1, contrast: 1 };
  private readonly panel = need(".tool-panel");

  constructor(private readonly view: HTMLElement) {
    for (const quantity of ["brightness", "contrast"] as const) {
      need(`[data-tool=${quantity}]`).addEventListener("click", () => this.open(quantity));
      this.slider(quantity).addEventListener("input", () => this.set(quantity, 2 ** Number(this.slider(quantity).value)));
    }
    need("[data-tool=invert]").addEventListener("click", () => this.invert());
    document.querySelectorAll("[data-tool=reset]").forEach((button) => button.addEventListener("click", () => this.reset()));
    this.panel.addEventListener("keydown", (event) => {
      if (event.key === "Escape") this.close();
    });
    document.addEventListener("pointerdown", (event) => {
      if (!(event.target as Element).closest(".tools, .tool-panel")) this.panel.hidden = true;
    });
    window.addEventListener("blur", () => (this.held = undefined));
    this.show();
  }

  hold(quantity: Quantity): void {
    this.held = quantity;
    this.used = false;
  }

  /** A key that was only tapped opens the slider, for those who have no wheel. */
  release(): void {
    const held = this.held;
    this.held = undefined;
    if (held !== undefined && !this.used) this.open(held);
  }

  step(direction: 1 | -1): void {
    if (this.held === undefined) return;
    this.used = true;
    this.set(this.held, this.values[this.held] * (direction > 0 ? STEP : 1 / STEP));
  }

  invert(): void {
    this.inverted = !this.inverted;
    this.show();
  }

  reset(): void {
    this.inverted = false;
    this.values.brightness = 1;
    this.values.contrast = 1;
    this.show();
  }

  private open(quantity: Quantity): void {
    if (!this.panel.hidden && this.panel.contains(document.activeElement)) return this.close();
    this.panel.hidden = false;
    this.slider(quantity).focus();
  }

  private close(): void {
    this.panel.hidden = true;
    (document.activeElement as HTMLElement | null)?.blur();
  }

  private set(quantity: Quantity, value: number): void {
    const bounded = Math.max(LEAST, Math.min(MOST, value));
    this.values[quantity] = Math.abs(bounded - 1) < 0.02 ? 1 : bounded;
    this.show();
  }

  private slider(quantity: Quantity): HTMLInputElement {
    return need<HTMLInputElement>(`#${quantity}`);
  }

  private show(): void {
    const { brightness, contrast } = this.values;
    const changed = brightness !== 1 || contrast !== 1 || this.inverted;
    const filter = `brightness(${brightness.toFixed(3)}) contrast(${contrast.toFixed(3)}) invert(${this.inverted ? 1 : 0})`;
    this.view.style.setProperty("--look", changed ? filter : "none");
    for (const quantity of ["brightness", "contrast"] as const) {
      const value = this.values[quantity];
      this.slider(quantity).value = String(Math.log2(value));
      this.slider(quantity).setAttribute("aria-valuetext", `${Math.round(value * 100)}${words.desk.percentSpoken}`);
      text(`[data-fill=${quantity}]`, `${Math.round(value * 100)} %`);
      need(`[data-tool=${quantity}]`).setAttribute("aria-pressed", String(value !== 1));
    }
    need("[data-tool=invert]").setAttribute("aria-pressed", String(this.inverted));
    need(".tools [data-tool=reset]").hidden = !changed;
  }
}
