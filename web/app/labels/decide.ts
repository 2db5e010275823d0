import { ReadyImage } from "../desk/ready-image";
import { Stage } from "../desk/stage";
import { words } from "../messages/words";
import { api } from "../shared/api";
import { el, icon, need, text } from "../shared/dom";
import { doubtMeter, thresholdsOf } from "../shared/doubts";
import { failureNote } from "../shared/failure";
import { randomKey } from "../shared/random-key";
import type { Disagreement, Outcome, PageOf, Thresholds } from "../shared/types";

const FEW = 10;

interface Decided {
  id: number;
  item: Disagreement;
}

/** Decides between readers who differ: one image after another, by keys, each decision to be taken back. */
class DecidePage {
  private readonly path: string;
  private readonly high: Thresholds;
  private readonly stage = new Stage();
  private readonly pictures = new Map<number, ReadyImage<Disagreement>>();
  private readonly buttons = [...document.querySelectorAll<HTMLButtonElement>(".label-button")];
  private items: Disagreement[] = [];
  private at = 0;
  private after: string | number | null = 0;
  private left = 0;
  private names = false;
  private busy = false;
  private shown: ReadyImage<Disagreement> | undefined;
  private readonly decided: Decided[] = [];

  constructor(root: HTMLElement) {
    this.high = thresholdsOf(root);
    this.path = `/api/projects/${root.dataset["project"]}/disagreements`;
  }

  start(): void {
    for (const button of this.buttons) button.addEventListener("click", () => this.label(button));
    const on = (name: string, act: () => void): void => need(`[data-do=${name}]`).addEventListener("click", act);
    on("cannot-tell", () => void this.decide("cannot_tell"));
    on("next", () => this.move(1));
    on("previous", () => this.move(-1));
    on("take-back", () => void this.takeBack());
    on("names", () => void this.showNames());
    document.addEventListener("keydown", (event) => this.onKey(event));
    document.addEventListener("keyup", () => this.stage.adjust.release());
    void this.guarded(() => this.fill());
  }

  private onKey(event: KeyboardEvent): void {
    if (event.isComposing || event.altKey || event.repeat || event.target instanceof HTMLInputElement) return;
    const key = event.key.toLowerCase();
    const held = event.ctrlKey || event.metaKey;
    const { adjust } = this.stage;
    const withControl: Record<string, () => void> = { z: () => void this.takeBack(), "0": () => this.stage.fit() };
    const named: Record<string, () => void> = {
      u: () => void this.decide("cannot_tell"),
      n: () => void this.showNames(),
      arrowright: () => this.move(1),
      arrowleft: () => this.move(-1),
      ...(adjust.held !== undefined && { arrowup: () => adjust.step(1), arrowdown: () => adjust.step(-1) }),
      "+": () => this.stage.zoom(1),
      "=": () => this.stage.zoom(1),
      "-": () => this.stage.zoom(-1),
      "0": () => this.stage.fit(),
      b: () => adjust.hold("brightness"),
      c: () => adjust.hold("contrast"),
      i: () => (event.shiftKey ? adjust.reset() : adjust.invert()),
    };
    const button = this.buttons.find((one) => one.dataset["key"]?.toLowerCase() === key);
    const act = held ? withControl[key] : button ? () => this.label(button) : named[key];
    if (act === undefined) return;
    event.preventDefault();
    act();
  }

  /** Keeps some images ready, and the one on the page. */
  private async fill(): Promise<void> {
    if (this.items.length - this.at <= FEW / 2 && this.after !== null) {
      const page = await api.get<PageOf<Disagreement>>(`${this.path}?limit=${FEW}&names=${this.names}&after=${this.after}`);
      this.items.push(...page.items);
      this.after = page.next;
      this.left = page.total ?? this.left;
    }
    this.show();
  }

  private show(): void {
    const item = this.items[this.at];
    text("[data-fill=left]", this.left === 0 ? "" : words.decide.left(this.left));
    need<HTMLButtonElement>("[data-do=take-back]").disabled = this.decided.length === 0;
    need<HTMLButtonElement>("[data-do=previous]").disabled = this.at === 0;
    need<HTMLButtonElement>("[data-do=next]").disabled = this.at >= this.items.length - 1;
    need<HTMLButtonElement>("[data-do=cannot-tell]").disabled = item === undefined;
    need(".stage-message").hidden = item !== undefined;
    text("[data-fill=differ]", item === undefined ? words.decide.nothing : words.decide.readersDiffer(item.readers.length));
    for (const button of this.buttons) this.dress(button, item);
    if (item === undefined) {
      this.stage.clear();
      this.shown = undefined;
      need(".votes").replaceChildren();
      need(".decide-doubts").replaceChildren();
      need(".stage-message").replaceChildren(nothingLeft(this.decided.length));
      return;
    }
    const picture = this.pictureOf(item);
    // The votes may be read anew beside an image that somebody looks at closely.
    if (this.shown !== picture) this.stage.show(picture);
    this.shown = picture;
    need(".votes").replaceChildren(...item.readers.map((reader) => vote(reader)));
    need(".decide-doubts").replaceChildren(
      ...(item.model === null || item.data === null ? [] : [doubtMeter("model", item.model, this.high), doubtMeter("data", item.data, this.high)]),
    );
    const next = this.items[this.at + 1];
    if (next !== undefined) this.pictureOf(next).prepare();
  }

  private pictureOf(item: Disagreement): ReadyImage<Disagreement> {
    const known = this.pictures.get(item.image) ?? new ReadyImage(item);
    this.pictures.set(item.image, known);
    return known;
  }

  private dress(button: HTMLButtonElement, item: Disagreement | undefined): void {
    const name = button.dataset["label"];
    const voters = item?.readers.filter((reader) => reader.label === name) ?? [];
    button.disabled = item === undefined;
    button.classList.toggle("suggested", voters.length > 0);
    need(".percent", button).textContent = voters.map(({ reader, name: who }) => who ?? words.decide.reader(reader)).join(", ");
  }

  private label(button: HTMLButtonElement): void {
    void this.decide("labelled", button.dataset["label"]);
  }

  private async decide(outcome: Outcome, label?: string): Promise<void> {
    const item = this.items[this.at];
    if (item === undefined) return;
    await this.guarded(async () => {
      const kept = await api.post<{ id: number }>(this.path, { image: item.image, outcome, label, clientKey: randomKey() });
      this.decided.push({ id: kept.id, item });
      this.pictures.delete(item.image);
      this.items.splice(this.at, 1);
      this.at = Math.min(this.at, Math.max(0, this.items.length - 1));
      this.left = Math.max(0, this.left - 1);
      text("[data-voice]", words.decide.decided(label, this.left));
      await this.fill();
    });
  }

  private async takeBack(): Promise<void> {
    const last = this.decided.at(-1);
    if (last === undefined) return;
    await this.guarded(async () => {
      await api.delete(`/api/annotations/${last.id}`);
      this.decided.pop();
      this.items.splice(this.at, 0, last.item);
      this.left += 1;
      text("[data-voice]", words.decide.takenBack);
      this.show();
    });
  }

  private async showNames(): Promise<void> {
    await this.guarded(async () => {
      this.names = !this.names;
      need("[data-do=names]").setAttribute("aria-pressed", String(this.names));
      const ids = this.items.map(({ image }) => image);
      // From the image on the page on, as many as are at hand.
      const first = ids[this.at];
      if (first === undefined) return;
      const page = await api.get<PageOf<Disagreement>>(
        `${this.path}?limit=${Math.max(1, ids.length - this.at)}&names=${this.names}&after=${first - 1}`,
      );
      const fresh = new Map(page.items.map((item) => [item.image, item]));
      this.items = this.items.map((item) => fresh.get(item.image) ?? item);
      this.show();
    });
  }

  private move(step: 1 | -1): void {
    const to = this.at + step;
    if (this.busy || to < 0 || to >= this.items.length) return;
    this.at = to;
    void this.guarded(() => this.fill());
  }

  /** One thing at a time; what failed is said, and nothing moves on. */
  private async guarded(act: () => Promise<void>): Promise<void> {
    if (this.busy) return;
    this.busy = true;
    try {
      await act();
      need("[data-failure]").replaceChildren();
    } catch (error) {
      need("[data-failure]").replaceChildren(failureNote(error));
    } finally {
      this.busy = false;
    }
  }
}

function vote({ reader, name, outcome, label, note }: Disagreement["readers"][number]): HTMLElement {
  return el(
    "li",
    { class: "vote" },
    el("span", { class: "t3 clip" }, name ?? words.decide.reader(reader)),
    el("b", { class: "clip" }, label ?? (outcome === "flagged" ? words.decide.flagged : words.decide.cannotTell)),
    note !== null && note !== undefined && el("span", { class: "t2 t12" }, note),
  );
}

function nothingLeft(decided: number): HTMLElement {
  return el(
    "div",
    { class: "empty" },
    icon("check", "ok"),
    el("p", { class: "t16 b" }, words.decide.nothing),
    el("p", { class: "t2" }, decided > 0 ? words.decide.made(decided) : words.decide.noneDisagree),
    el("a", { class: "btn", href: "labels" }, words.decide.toLabels),
  );
}

export function startDecide(root: HTMLElement): void {
  new DecidePage(root).start();
}
