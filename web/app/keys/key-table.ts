import { words } from "../messages/words";
import { el, icon } from "../shared/dom";
import { ACTIONS } from "./actions";
import { capOf, type Chord, chordOf } from "./chord";
import type { KeyChoice } from "./key-choice";
import type { Meaning } from "./key-map";
import { USUAL } from "./key-map";
import { PRESETS } from "./presets";
import { type Cap, isSameMeaning, keysOf, rebound, wordsOf } from "./rebinding";

/** All keys with what they do; a press on a cap gives it another key, and a key that is taken is asked about. */
export class KeyTable {
  private waiting: Cap | undefined;
  private asked: { cap: Cap; chord: Chord; owner: Meaning } | undefined;

  constructor(
    private readonly place: HTMLElement,
    private readonly choice: KeyChoice,
  ) {
    place.addEventListener("keydown", (event) => this.hear(event), { capture: true });
    place.closest("dialog")?.addEventListener("close", () => this.rest());
    this.show();
  }

  show(): void {
    const held = document.activeElement instanceof HTMLElement ? document.activeElement.dataset["row"] : undefined;
    const { settings } = this.choice.map;
    this.place.replaceChildren(
      this.presets(),
      el("div", { class: "keys-columns" }, this.labels(), this.actions(words.keys.answers, "answers"), this.actions(words.keys.imageAndPage, "image")),
      ...this.question(),
      el(
        "div",
        { class: "keys-foot" },
        this.toggle(words.keys.oneKey, settings.oneKey, (oneKey) => this.choose({ oneKey })),
        this.toggle(words.keys.singleKeys, settings.singleKeys, (singleKeys) => this.choose({ singleKeys })),
        el("span", { class: "t3 keys-hint" }, icon("info"), words.keys.hint),
        el("button", { type: "button", class: "btn btn-quiet btn-small end", click: () => this.choose(USUAL) }, words.keys.usual),
      ),
    );
    if (held !== undefined) this.place.querySelector<HTMLElement>(`[data-row="${CSS.escape(held)}"]`)?.focus();
  }

  private choose(change: Partial<KeyChoice["map"]["settings"]>): void {
    this.rest();
    this.choice.choose({ ...this.choice.map.settings, ...change });
    this.show();
  }

  private presets(): HTMLElement {
    const chosen = this.choice.map.settings.preset;
    const buttons = PRESETS.map(({ name, words: program, oneKey }) =>
      el(
        "button",
        { type: "button", "aria-pressed": String(name === chosen), "data-row": name, click: () => this.choose({ preset: name, actions: {}, oneKey }) },
        program,
      ),
    );
    return el("div", { class: "seg keys-presets", role: "group", "aria-label": words.keys.keysAsIn }, ...buttons);
  }

  private labels(): HTMLElement {
    const rows = this.choice.labels.map(({ name }) => this.row({ label: name }));
    const none = el("p", { class: "t3" }, words.keys.labelsElsewhere);
    return rows.length > 0 ? column(words.keys.labels, rows) : el("section", {}, el("h3", { class: "t3" }, words.keys.labels), none);
  }

  private actions(title: string, group: string): HTMLElement {
    const rows = ACTIONS.filter((action) => action.group === group).map(({ name }) => this.row({ action: name }));
    return column(title, rows);
  }

  private row(meaning: Meaning): HTMLElement {
    const keys = keysOf(this.choice.map, meaning);
    const caps = (keys.length > 0 ? keys.slice(0, 2) : [undefined]).map((chord, at) => this.cap({ meaning, at }, chord));
    return el("li", {}, el("span", { class: "keys-caps" }, ...caps), el("span", { class: "clip" }, wordsOf(meaning)));
  }

  private cap(cap: Cap, chord: Chord | undefined): HTMLElement {
    const listens = this.waiting !== undefined && this.waiting.at === cap.at && isSameMeaning(this.waiting.meaning, cap.meaning);
    const action = wordsOf(cap.meaning);
    const printed = chord === undefined ? "–" : capOf(chord);
    return el(
      "button",
      {
        type: "button",
        class: `cap${listens ? " cap-listens" : ""}${chord === undefined ? " cap-empty" : ""}`,
        "data-row": `${action} ${cap.at}`,
        "aria-label": listens ? words.keys.pressNewKey(action) : words.keys.changeKey(action, chord === undefined ? words.keys.noKey : printed),
        click: () => this.listen(cap),
      },
      listens ? words.keys.pressAKey : printed,
    );
  }

  private listen(cap: Cap): void {
    this.waiting = cap;
    this.asked = undefined;
    this.show();
  }

  private hear(event: KeyboardEvent): void {
    const cap = this.waiting;
    if (cap === undefined || event.key === "Tab") return;
    const chord = chordOf(event);
    event.preventDefault();
    event.stopPropagation();
    if (chord === undefined) return;
    this.waiting = undefined;
    const owner = this.choice.map.ownerOf(chord);
    if (chord === "escape") this.show();
    else if (chord === "delete") this.give(cap, undefined);
    else if (owner !== undefined && !isSameMeaning(owner, cap.meaning)) {
      this.asked = { cap, chord, owner };
      this.show();
      this.place.querySelector<HTMLElement>(".keys-question button")?.focus();
    } else this.give(cap, chord);
  }

  private give(cap: Cap, chord: Chord | undefined): void {
    this.choice.choose(rebound(this.choice.map, cap, chord));
    this.asked = undefined;
    this.show();
  }

  private question(): HTMLElement[] {
    if (this.asked === undefined) return [];
    const { cap, chord, owner } = this.asked;
    const key = capOf(chord);
    const to = wordsOf(cap.meaning);
    const taken = keysOf(this.choice.map, owner).length > 1 ? words.keys.isTaken : words.keys.isTakenAndLast;
    return [
      el(
        "div",
        { class: "note keys-question", role: "alert" },
        icon("warning"),
        el("span", { class: "grow" }, el("b", { class: "ink" }, key), taken(wordsOf(owner), to)),
        el("button", { type: "button", class: "btn btn-small", click: () => this.keep() }, words.keys.keep),
        el("button", { type: "button", class: "btn btn-small", click: () => this.give(cap, chord) }, words.keys.give(key, to)),
      ),
    ];
  }

  private keep(): void {
    this.rest();
    this.show();
  }

  private rest(): void {
    this.waiting = undefined;
    this.asked = undefined;
  }

  private toggle(says: string, on: boolean, set: (on: boolean) => void): HTMLElement {
    const box = el("input", { type: "checkbox", "data-row": says, change: () => set(box.checked) });
    box.checked = on;
    return el("label", { class: "check" }, box, says);
  }
}

function column(title: string, rows: HTMLElement[]): HTMLElement {
  return el("section", {}, el("h3", { class: "t3" }, title), el("ul", {}, ...rows));
}
