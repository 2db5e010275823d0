import { capOf, type Chord } from "../keys/chord";
import { words } from "../messages/words";
import { el, need, setShare, text } from "../shared/dom";
import { doubtMeter } from "../shared/doubts";
import { count, minutes } from "../shared/format";
import type { QueueItem, Thresholds } from "../shared/types";
import { nameOfMark, type Sheet } from "./sheet";
import type { Speed } from "./speed";
import { isSmall } from "./tiles";

interface Chosen {
  keyOf: (label: string) => Chord | undefined;
  chosen: (item: QueueItem) => void;
}

/** What stands beside the sheet: what was marked, how sure the models are, and what one key will store. */
export function showSide(sheet: Sheet | undefined, done: number, speed: Speed, { keyOf, chosen }: Chosen): void {
  const confirm = need<HTMLButtonElement>(".sheet-confirm");
  confirm.disabled = sheet === undefined;
  for (const button of document.querySelectorAll<HTMLButtonElement>("[data-do=invert]")) button.disabled = sheet === undefined;
  need(".sheet-how").hidden = sheet === undefined;
  text("[data-fill=speed]", sheet === undefined ? "" : [sheet.items.some(({ uncertainty }) => uncertainty !== null) ? words.grid.averages : "", speed.sentence].join(" ").trim());
  if (sheet === undefined) {
    for (const name of ["exceptions", "words", "sheet", "sheets", "left"]) text(`[data-fill=${name}]`, "");
    text("[data-fill=question]", words.grid.title);
    text("[data-fill=confirm]", words.grid.confirm);
    need(".exceptions").replaceChildren();
    need(".sheet-doubts").replaceChildren();
    setShare(need(".desk-goal .progress > i"), 0);
    return;
  }
  const { label, items, marks, named } = sheet;
  text("[data-fill=question]", words.grid.allBut(label));
  text("[data-fill=words]", words.grid.takenFor(items.length, sheet.model, label));
  text("[data-fill=exceptions]", marks.size === 0 ? words.grid.allAre(label) : words.grid.areNot(marks.size, label));
  text("[data-fill=confirm]", confirmation(sheet, named));
  need(".exceptions").replaceChildren(
    ...items.filter(({ image }) => marks.has(image)).map((item) => exception(item, sheet, keyOf, chosen)),
  );
  showGoal(sheet, done, speed);
}

/** The doubts change with the sheet only. */
export function showDoubts(items: readonly QueueItem[], high: Thresholds): void {
  const known = items.flatMap(({ uncertainty }) => (uncertainty === null ? [] : [uncertainty]));
  const mean = (of: "model" | "data"): number => known.reduce((sum, one) => sum + one[of], 0) / known.length;
  need(".sheet-doubts").replaceChildren(
    ...(known.length === 0 ? [] : [doubtMeter("model", mean("model"), high), doubtMeter("data", mean("data"), high)]),
  );
}

function confirmation({ label, confirmed }: Sheet, named: number): string {
  const marked = named > 0 ? words.grid.asMarked(named) : "";
  if (confirmed === 0) return marked === "" ? words.grid.leaveAll : words.grid.store(marked);
  return words.grid.confirmAs(confirmed, label, marked);
}

function exception(item: QueueItem, sheet: Sheet, keyOf: Chosen["keyOf"], chosen: Chosen["chosen"]): HTMLElement {
  const mark = sheet.marks.get(item.image);
  if (mark === undefined) return el("li");
  const chord = mark.outcome === "labelled" ? keyOf(mark.label) : undefined;
  const skipped = mark.outcome === "skipped";
  return el(
    "li",
    {},
    el(
      "button",
      { type: "button", class: "exception", title: words.grid.another, click: () => chosen(item) },
      el("img", { src: item.thumbnail, alt: "", class: isSmall(item) && "small-image" }),
      el("span", { class: "clip" }, el("b", { class: "m" }, nameOfMark(mark)), el("span", { class: "t3 t12" }, skipped ? words.grid.toDesk : words.grid.justNow)),
      skipped ? el("span", { class: "btn btn-small" }, words.grid.nameIt) : chord !== undefined && el("kbd", {}, capOf(chord)),
    ),
  );
}

function showGoal({ left, items }: Sheet, done: number, speed: Speed): void {
  const after = Math.ceil(left / Math.max(1, items.length));
  const all = done + 1 + after;
  text("[data-fill=sheet]", count(done + 1));
  text("[data-fill=sheets]", words.grid.ofSheets(all));
  setShare(need(".desk-goal .progress > i"), done / all);
  const each = speed.inGrid;
  text("[data-fill=left]", each === undefined ? "" : words.grid.left(minutes(Math.max(1, (each * (items.length + left)) / 60_000))));
}
