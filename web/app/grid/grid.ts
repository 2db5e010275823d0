import { Held } from "../desk/held";
import { hideMessage, showFailure, showLoading, showPause } from "../desk/messages";
import { Outbox } from "../desk/outbox";
import { Pace } from "../desk/pace";
import { printKey } from "../desk/labels";
import { showSaved } from "../desk/saved";
import type { ActionName } from "../keys/actions";
import { KeyChoice } from "../keys/key-choice";
import { KeyTable } from "../keys/key-table";
import { words } from "../messages/words";
import { LabelChoice } from "../labels/choose-label";
import { el, need } from "../shared/dom";
import { thresholdsOf } from "../shared/doubts";
import { count } from "../shared/format";
import { whenLeft } from "../shared/leaving";
import { toast } from "../shared/toast";
import type { QueueItem, Thresholds } from "../shared/types";
import { listenToGridKeys } from "./grid-keys";
import { showNoSheet } from "./no-sheet";
import { type Mark, nameOfMark, Sheet } from "./sheet";
import { Sheets } from "./sheets";
import { showDoubts, showSide } from "./side";
import { Speed } from "./speed";
import { Tiles } from "./tiles";

const SIZE = "doubtless.sheet";
const USUAL = 36;

/** "All right but these": a sheet of images that the models take for one class, confirmed by one key. */
class Grid {
  private readonly project: number;
  private readonly outbox: Outbox;
  private readonly sheets: Sheets;
  private readonly pace = new Pace();
  private readonly speed: Speed;
  private readonly choice = new LabelChoice();
  private readonly keys: KeyChoice;
  private readonly tiles = new Tiles((at) => this.press(at));
  private readonly classes = need<HTMLSelectElement>("#sheet-class");
  private size: number;
  private label: string | undefined;
  private paused = false;
  private readonly high: Thresholds;

  constructor(root: HTMLElement) {
    this.project = Number(root.dataset["project"]);
    this.high = thresholdsOf(root);
    this.outbox = new Outbox(this.project, `doubtless.outbox.${root.dataset["account"]}.${this.project}`);
    const held = new Held(this.project, root.dataset["account"]);
    this.sheets = new Sheets(this.project, this.outbox, held);
    this.speed = new Speed(this.project, () => this.showSide());
    this.keys = new KeyChoice(root.dataset["keys"], this.choice.names, () => this.printKeys());
    this.size = Number(localStorage.getItem(SIZE)) || USUAL;
    this.outbox.onChange(() => showSaved(need(".saved"), this.outbox));
  }

  start(): void {
    const actions: Partial<Record<ActionName, () => void>> = {
      submit: () => this.submit(),
      cannotTell: () => this.name({ outcome: "cannot_tell" }),
      takeBack: () => this.undo(),
      invert: () => this.change((sheet) => sheet.swap()),
      find: () => this.ask(),
      pause: () => this.pause(),
      help: () => need<HTMLDialogElement>("#keys-dialog").showModal(),
    };
    for (const button of document.querySelectorAll<HTMLElement>("[data-do]")) {
      button.addEventListener("click", () => actions[button.dataset["do"] as ActionName]?.());
    }
    for (const button of document.querySelectorAll<HTMLElement>("[data-size]")) {
      button.addEventListener("click", () => this.resize(Number(button.dataset["size"])));
    }
    this.classes.addEventListener("change", () => {
      this.label = this.classes.value;
      void this.turnTo(this.sheets.other(this.wanted));
    });
    need(".saved").addEventListener("click", () => this.outbox.dismissRefusals());
    listenToGridKeys({
      map: () => this.keys.map,
      label: (label) => this.name({ outcome: "labelled", label }),
      mark: () => this.press(this.sheets.current?.focused ?? 0),
      move: (columns, rows) => this.move(columns, rows),
      action: actions,
    });
    new KeyTable(need(".keys"), this.keys);
    this.printKeys();
    this.printSize();
    showSaved(need(".saved"), this.outbox);
    whenLeft(() => this.sheets.giveBack());
    void this.advance();
    void this.speed.recall();
  }

  private get wanted(): { size: number; label: string | undefined } {
    return { size: this.size, label: this.label };
  }

  private advance(): Promise<void> {
    return this.turnTo(this.sheets.next(this.wanted));
  }

  /** Shows what comes, or says why nothing does. */
  private async turnTo(coming: ReturnType<Sheets["next"]>): Promise<void> {
    const late = window.setTimeout(() => showLoading(), 300);
    try {
      const found = await coming;
      if (found instanceof Sheet) this.show(found);
      else if (found !== undefined) this.nothing(() => showNoSheet(found, this.project, () => void this.advance()));
    } catch (error) {
      this.nothing(() => showFailure(error, () => void this.advance()));
    } finally {
      clearTimeout(late);
    }
  }

  private show(sheet: Sheet): void {
    hideMessage();
    this.tiles.show(sheet);
    showDoubts(sheet.items, this.high);
    this.showClasses(sheet.label);
    this.showSide();
    this.pace.start();
    this.say(words.grid.asked(sheet.items.length, sheet.label));
  }

  private nothing(say: () => void): void {
    this.tiles.clear();
    this.showSide();
    this.classes.hidden = true;
    say();
  }

  private press(at: number): void {
    const item = this.sheets.current?.items[at];
    if (item === undefined) return;
    this.change((sheet) => {
      sheet.focused = at;
      sheet.toggle(item.image);
    }, item);
    this.tiles.focus();
  }

  /** Gives the focused image, or this one, its own answer. */
  private name(mark: Mark, item = this.focused): void {
    if (item !== undefined) this.change((sheet) => sheet.name(item.image, mark), item);
  }

  private ask(item = this.focused): void {
    if (item === undefined || this.paused) return;
    this.choice.ask(words.grid.whatIs(item.filename), (label) => {
      this.name({ outcome: "labelled", label }, item);
      this.tiles.focus();
    });
  }

  private change(act: (sheet: Sheet) => void, item?: QueueItem): void {
    const sheet = this.sheets.current;
    if (sheet === undefined || this.paused) return;
    act(sheet);
    this.tiles.update();
    this.showSide();
    const mark = item && sheet.marks.get(item.image);
    const said = mark === undefined ? sheet.label : words.grid.not(sheet.label, nameOfMark(mark));
    const place = item === undefined ? "" : words.grid.image(sheet.items.indexOf(item) + 1, said);
    this.say(place + words.grid.marked(sheet.marks.size));
  }

  private move(columns: number, rows: number): void {
    const sheet = this.sheets.current;
    if (sheet === undefined || this.paused) return;
    const last = sheet.items.length - 1;
    const column = sheet.focused % this.tiles.columns;
    const to = Number.isFinite(columns)
      ? sheet.focused + columns + rows * this.tiles.columns
      : sheet.focused - column + (columns < 0 ? 0 : this.tiles.columns - 1);
    if (Number.isFinite(columns) && (to < 0 || to > last)) return;
    sheet.focused = Math.min(to, last);
    this.tiles.focus();
  }

  private submit(): void {
    const sheet = this.sheets.current;
    if (sheet === undefined || this.paused) return;
    const milliseconds = this.pace.stop();
    this.speed.took(milliseconds, sheet.items.length);
    this.sheets.submit(milliseconds);
    const marked = sheet.named > 0 ? words.grid.asMarked(sheet.named) : "";
    const saved = words.grid.saved(sheet.confirmed, sheet.label, marked);
    toast("undo", saved, { name: words.desk.undo, act: () => this.takeBack() });
    this.say(saved);
    void this.advance();
  }

  /** The last mark of this sheet; without one, the whole sheet before. */
  private undo(): void {
    if (this.paused) return;
    if (this.sheets.current?.undoMark() === true) this.change(() => undefined);
    else this.takeBack();
  }

  private takeBack(): void {
    const sheet = this.sheets.takeBack();
    if (sheet === undefined) {
      this.say(words.desk.nothingToTakeBack);
      return;
    }
    this.show(sheet);
    const tookBack = words.grid.tookBack(sheet.items.length);
    toast("undo", tookBack);
    this.say(tookBack + words.grid.asTheyWere);
  }

  private resize(size: number): void {
    if (size === this.size) return;
    this.size = size;
    localStorage.setItem(SIZE, String(size));
    this.printSize();
    void this.turnTo(this.sheets.other({ ...this.wanted, label: this.sheets.current?.label ?? this.label }));
  }

  private pause(): void {
    this.paused = !this.paused;
    if (this.paused) {
      this.pace.pause();
      showPause(() => this.pause());
      this.say(words.desk.pausedVoice);
      return;
    }
    hideMessage();
    this.pace.goOn();
    this.tiles.focus();
  }

  private get focused(): QueueItem | undefined {
    const sheet = this.sheets.current;
    return sheet?.items[sheet.focused];
  }

  private showSide(): void {
    showSide(this.sheets.current, this.sheets.done, this.speed, {
      keyOf: (label) => this.keys.map.ofLabel.get(label),
      chosen: (item) => this.ask(item),
    });
  }

  private showClasses(label: string): void {
    const known = this.sheets.classes.some((one) => one.label === label) ? this.sheets.classes : [{ label, images: 0 }, ...this.sheets.classes];
    this.classes.replaceChildren(...known.map((one) => el("option", { value: one.label }, one.images > 0 ? `${one.label} · ${count(one.images)}` : one.label)));
    this.classes.value = label;
    this.classes.hidden = known.length < 2;
  }

  private printSize(): void {
    for (const button of document.querySelectorAll<HTMLElement>("[data-size]")) {
      button.setAttribute("aria-pressed", String(Number(button.dataset["size"]) === this.size));
    }
  }

  private printKeys(): void {
    this.keys.print();
    for (const button of this.choice.buttons) printKey(button, this.keys.map.ofLabel.get(button.dataset["label"] ?? ""));
    this.showSide();
  }

  private say(said: string): void {
    need("#desk-voice").textContent = said;
  }
}

export function startGrid(root: HTMLElement): void {
  new Grid(root).start();
}
