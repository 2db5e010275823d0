import { words } from "../messages/words";
import { el, icon, need } from "../shared/dom";
import type { Answer } from "./answer";
import type { ReadyImage } from "./ready-image";

/** An image that was answered. Of its answers the last holds; the others are those that it corrected. */
export interface Past {
  image: ReadyImage;
  answers: Answer[];
  /** Whether it was answered before this page was opened. */
  earlier?: boolean;
}

export function nameOfPast(past: Past): string {
  const last = past.answers.at(-1);
  return last === undefined ? "" : nameOfAnswer(last);
}

/** How an answer is named under its thumbnail. */
export function nameOfAnswer(answer: Answer): string {
  switch (answer.outcome) {
    case "labelled":
      return answer.label ?? "";
    case "cannot_tell":
      return words.desk.unclear;
    case "skipped":
      return words.desk.skipped;
    case "flagged":
      return words.desk.flagged;
  }
}

type Whereabouts = "saved" | "waiting" | "refused";

export interface StripContent {
  past: readonly Past[];
  current: ReadyImage | undefined;
  next: readonly ReadyImage[];
  chosen: Past | undefined;
  whereIs: (clientKey: string) => Whereabouts;
}

interface Tile {
  says: string;
  element: HTMLElement;
}

const SIGNS: Record<Whereabouts, () => SVGElement> = {
  saved: () => icon("check", "ok"),
  waiting: () => icon("sending", "t3"),
  refused: () => icon("warning", "bad"),
};

/** The strip of the last answers, the image that is asked now, and those that are ready. */
export class HistoryStrip {
  private readonly place = need(".strip");
  /** What stands in the strip, and what it says: it stays, as long as it says the same. */
  private readonly drawn = new WeakMap<Past | ReadyImage, Tile>();

  constructor(private readonly onChoose: (past: Past) => void) {}

  show({ past, current, next, chosen, whereIs }: StripContent): void {
    const fits = Math.max(1, Math.floor((this.place.clientWidth - 32) / 70) - 4);
    const at = chosen === undefined ? past.length : past.indexOf(chosen) + 1;
    const from = Math.max(0, Math.min(at - Math.ceil(fits / 2), past.length - fits));
    const shown = past.slice(from, from + fits);
    const tiles = [
      ...shown.map((one) => this.answered(one, one === chosen, whereIs(one.answers.at(-1)?.clientKey ?? ""))),
      ...(current === undefined ? [] : [this.waiting(current, words.desk.now, chosen === undefined ? "past past-now" : "past")]),
      ...next.slice(0, 3).map((one, place) => this.waiting(one, place === 0 ? words.desk.ready : "", "past past-next")),
    ];
    const staying = new Set<Element>(tiles);
    for (const tile of [...this.place.children]) if (!staying.has(tile)) tile.remove();
    tiles.forEach((tile, at) => {
      const there = this.place.children[at];
      if (there !== tile) this.place.insertBefore(tile, there ?? null);
    });
  }

  private kept(what: Past | ReadyImage, says: string, make: () => HTMLElement): HTMLElement {
    const before = this.drawn.get(what);
    const tile = before?.says === says ? before : { says, element: make() };
    this.drawn.set(what, tile);
    return tile.element;
  }

  private answered(past: Past, chosen: boolean, whereabouts: Whereabouts): HTMLElement {
    const name = nameOfPast(past);
    return this.kept(past, `${whereabouts} ${chosen} ${name}`, () => this.answer(past, name, chosen, whereabouts));
  }

  private waiting(image: ReadyImage, name: string, kind: string): HTMLElement {
    return this.kept(image, `${kind}: ${name}`, () => el("div", { class: kind }, thumbnail(image), el("span", { class: "name" }, name)));
  }

  private answer(past: Past, name: string, chosen: boolean, whereabouts: Whereabouts): HTMLElement {
    return el(
      "button",
      {
        type: "button",
        class: "past",
        "aria-current": chosen && "true",
        "aria-label": words.desk.lookAtAgain(past.image.item.filename, name),
        click: () => this.onChoose(past),
      },
      thumbnail(past.image),
      el("span", { class: "name" }, SIGNS[whereabouts](), el("span", { class: "clip" }, name)),
    );
  }
}

function thumbnail({ item }: ReadyImage): HTMLElement {
  return el("img", { src: item.thumbnail, alt: "", width: 62, height: 60 });
}
