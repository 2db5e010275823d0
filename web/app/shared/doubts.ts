import { words } from "../messages/words";
import { el, icon, setShare } from "./dom";
import { doubt } from "./format";
import type { Thresholds } from "./types";

/** Below its threshold a doubt is low, and the low sentence stands under the bar. */
const KINDS = words.shared.doubts;

export type DoubtKind = keyof typeof KINDS;

/** The project's thresholds, from a page that was made with them. */
export function thresholdsOf(root: HTMLElement): Thresholds {
  return { model: Number(root.dataset["highModel"]), data: Number(root.dataset["highData"]) };
}

export function isHigh(kind: DoubtKind, value: number, thresholds: Thresholds): boolean {
  return value >= thresholds[kind];
}

/** Without thresholds the bar has no tick. */
export function doubtBar(kind: DoubtKind, value: number, thresholds?: Thresholds): HTMLElement {
  const fill = el("i", { class: `fill-${kind}` });
  setShare(fill, value);
  const bar = el(
    "div",
    {
      class: "track",
      role: "meter",
      "aria-label": KINDS[kind].name,
      "aria-valuemin": 0,
      "aria-valuemax": 1,
      "aria-valuenow": doubt(value),
    },
    fill,
  );
  if (thresholds !== undefined) {
    const tick = el("b", { title: words.shared.threshold(doubt(thresholds[kind])) });
    tick.style.setProperty("--threshold", `${thresholds[kind] * 100}%`);
    bar.append(tick);
  }
  return bar;
}

/** Name, value, bar and the sentence that follows the value. */
export function doubtMeter(kind: DoubtKind, value: number, thresholds: Thresholds): HTMLElement {
  return el(
    "div",
    { class: "doubt" },
    el(
      "div",
      { class: "doubt-name" },
      icon(kind, `ic-${kind}`),
      el("span", { class: `${kind}-text` }, KINDS[kind].name),
      el("b", {}, doubt(value)),
    ),
    doubtBar(kind, value, thresholds),
    el("p", { class: "words" }, isHigh(kind, value, thresholds) ? KINDS[kind].high : KINDS[kind].low),
  );
}
