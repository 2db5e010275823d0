import { words } from "../messages/words";
import { el, need, text } from "../shared/dom";
import { startRubberBand } from "./rubber-band";

/** Which tiles of the pool are chosen: by dragging over them, by their box, with ctrl and shift as in every list, and by keys. */
export class Choosing {
  private readonly chosen = new Set<number>();
  private readonly tiles: HTMLElement;
  private anchor: number | undefined;

  constructor(tiles: HTMLElement) {
    this.tiles = tiles;
    tiles.toggleAttribute("data-choosing", true);
    tiles.addEventListener("click", (event) => this.click(event), true);
    tiles.addEventListener("keydown", (event) => this.key(event));
    startRubberBand(tiles, () => this.all(), (within, added) => {
      if (!added) this.chosen.clear();
      for (const tile of within) this.chosen.add(idOf(tile));
      this.show();
    });
    need("[data-do=clear-chosen]").addEventListener("click", () => this.clear());
  }

  get images(): number[] {
    return this.all().map(idOf).filter((image) => this.chosen.has(image));
  }

  clear(): void {
    this.chosen.clear();
    this.anchor = undefined;
    this.show();
  }

  /** The box by which a tile is chosen without a key held. */
  box(filename: string): HTMLElement {
    return el("button", { type: "button", class: "tile-box", role: "checkbox", "aria-checked": "false", "aria-label": words.pool.choose(filename) });
  }

  /** After tiles came or went. */
  show(): void {
    const tiles = this.all();
    const there = new Set(tiles.map(idOf));
    for (const image of this.chosen) if (!there.has(image)) this.chosen.delete(image);
    for (const tile of tiles) {
      const chosen = this.chosen.has(idOf(tile));
      tile.classList.toggle("chosen", chosen);
      tile.querySelector(".tile-box")?.setAttribute("aria-checked", String(chosen));
    }
    const n = this.chosen.size;
    need(".chosen-bar").hidden = n === 0;
    text("[data-fill=chosen]", n === 0 ? "" : words.pool.chosen(n));
    const control = tiles.filter((tile) => this.chosen.has(idOf(tile)) && tile.dataset["arm"] === "control").length;
    text("[data-fill=chosen-control]", control === 0 ? "" : words.pool.ofControl(control));
  }

  private click(event: MouseEvent): void {
    const target = event.target as Element;
    const tile = target.closest<HTMLElement>("li[data-image]");
    const box = target.closest(".tile-box") !== null;
    if (tile === null || !(box || event.ctrlKey || event.metaKey || event.shiftKey)) return;
    event.preventDefault();
    event.stopPropagation();
    if (event.shiftKey) this.reach(tile);
    else this.toggle(tile);
  }

  private key(event: KeyboardEvent): void {
    const tile = (event.target as Element).closest<HTMLElement>("li[data-image]");
    if (event.key === "Escape" && this.chosen.size > 0) this.clear();
    else if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === "a") {
      for (const one of this.all()) this.chosen.add(idOf(one));
      this.show();
    } else if (tile !== null && event.code === "Space") {
      if (event.shiftKey) this.reach(tile);
      else this.toggle(tile);
    } else return;
    event.preventDefault();
  }

  private toggle(tile: HTMLElement): void {
    const image = idOf(tile);
    if (!this.chosen.delete(image)) this.chosen.add(image);
    this.anchor = image;
    this.show();
  }

  /** All from the tile that was chosen last to this one. */
  private reach(tile: HTMLElement): void {
    const tiles = this.all();
    const from = Math.max(0, tiles.findIndex((one) => idOf(one) === this.anchor));
    const to = tiles.indexOf(tile);
    for (const one of tiles.slice(Math.min(from, to), Math.max(from, to) + 1)) this.chosen.add(idOf(one));
    this.show();
  }

  private all(): HTMLElement[] {
    return [...this.tiles.querySelectorAll<HTMLElement>("li[data-image]")];
  }
}

function idOf(tile: HTMLElement): number {
  return Number(tile.dataset["image"]);
}
