import { words } from "../messages/words";
import { el, icon, need } from "../shared/dom";
import type { QueueItem } from "../shared/types";
import { nameOfMark, type Sheet } from "./sheet";

/** Larger than this a tile shows nothing more. */
const LARGEST = 320;
/** Up to so many tiles each is larger than a thumbnail. */
const FEW = 16;

/** The images of a sheet as squares, the largest that fit without scrolling. */
export class Tiles {
  columns = 1;
  private readonly room = need(".sheet-room");
  private readonly place = need(".sheet-tiles");
  private tiles: HTMLButtonElement[] = [];
  private sheet: Sheet | undefined;

  constructor(private readonly pressed: (at: number) => void) {
    new ResizeObserver(() => this.fit()).observe(this.room);
    this.place.addEventListener("focusin", (event) => {
      const at = this.tiles.indexOf(event.target as HTMLButtonElement);
      if (at >= 0) this.reach(at);
    });
  }

  show(sheet: Sheet): void {
    this.sheet = sheet;
    const large = sheet.items.length <= FEW;
    this.tiles = sheet.items.map((item, at) =>
      el(
        "button",
        { type: "button", class: "sheet-tile", role: "checkbox", click: () => this.pressed(at) },
        el("img", { src: large ? `/api/images/${item.image}/screen` : item.thumbnail, alt: "", draggable: "false", class: isSmall(item) && "small-image" }),
      ),
    );
    this.place.replaceChildren(...this.tiles);
    this.fit();
    this.update();
    this.focus();
  }

  clear(): void {
    this.sheet = undefined;
    this.tiles = [];
    this.place.replaceChildren();
  }

  /** Marks and names as they are now. */
  update(): void {
    const { sheet } = this;
    if (sheet === undefined) return;
    sheet.items.forEach((item, at) => {
      const tile = this.tiles[at];
      const mark = sheet.marks.get(item.image);
      if (tile === undefined) return;
      tile.setAttribute("aria-checked", String(mark !== undefined));
      const said = mark === undefined ? `${sheet.label}?` : words.grid.not(sheet.label, nameOfMark(mark));
      tile.setAttribute("aria-label", words.grid.tile(at + 1, sheet.items.length, said));
      tile.querySelector(".sheet-mark")?.remove();
      if (mark !== undefined) {
        tile.append(el("span", { class: "sheet-mark" }, icon("close"), el("span", { class: "clip" }, nameOfMark(mark))));
      }
    });
    this.reach(sheet.focused);
  }

  focus(): void {
    this.tiles[this.sheet?.focused ?? 0]?.focus({ preventScroll: true });
  }

  /** The one tile that the tab key reaches. */
  private reach(focused: number): void {
    if (this.sheet !== undefined) this.sheet.focused = focused;
    this.tiles.forEach((tile, at) => (tile.tabIndex = at === focused ? 0 : -1));
  }

  private fit(): void {
    const n = this.tiles.length;
    if (n === 0) return;
    const { width, height } = this.room.getBoundingClientRect();
    const gap = n > 36 ? 4 : 8;
    const sideOf = (columns: number): number => {
      const rows = Math.ceil(n / columns);
      return Math.floor(Math.min((width - (columns - 1) * gap) / columns, (height - (rows - 1) * gap) / rows, LARGEST));
    };
    const choices = Array.from({ length: n }, (_, at) => at + 1);
    // A sheet is a square where nothing is lost by it.
    const square = Math.ceil(Math.sqrt(n));
    const best = Math.max(...choices.map(sideOf));
    this.columns = sideOf(square) >= best * 0.97 ? square : (choices.find((columns) => sideOf(columns) === best) ?? square);
    this.place.style.setProperty("--columns", String(this.columns));
    this.place.style.setProperty("--side", `${Math.max(24, sideOf(this.columns))}px`);
    this.place.style.setProperty("--between", `${gap}px`);
    const wide = this.columns * sideOf(this.columns) + (this.columns - 1) * gap;
    this.room.parentElement?.style.setProperty("--sheet", `${wide}px`);
  }
}

export function isSmall({ width, height }: Pick<QueueItem, "width" | "height">): boolean {
  return Math.max(width, height) < 128;
}
