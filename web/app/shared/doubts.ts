import { el, icon, setShare } from "./dom";
import { doubt } from "./format";

/** Below its threshold a doubt is low, and the low sentence stands under the bar. */
const KINDS = {
  model: {
    name: "Model doubt",
    threshold: 0.12,
    high: "The models disagree: a label helps.",
    low: "The models agree with each other.",
  },
  data: {
    name: "Data doubt",
    threshold: 0.25,
    high: "No model is sure: a second reader or a better image may help.",
    low: "The image is clear enough.",
  },
} as const;

export type DoubtKind = keyof typeof KINDS;

export function isHigh(kind: DoubtKind, value: number): boolean {
  return value >= KINDS[kind].threshold;
}

export function doubtBar(kind: DoubtKind, value: number, withThreshold = true): HTMLElement {
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
  if (withThreshold) {
    const tick = el("b", { title: `threshold ${doubt(KINDS[kind].threshold)}` });
    tick.style.setProperty("--threshold", `${KINDS[kind].threshold * 100}%`);
    bar.append(tick);
  }
  return bar;
}

/** Name, value, bar and the sentence that follows the value. */
export function doubtMeter(kind: DoubtKind, value: number): HTMLElement {
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
    doubtBar(kind, value),
    el("p", { class: "words" }, isHigh(kind, value) ? KINDS[kind].high : KINDS[kind].low),
  );
}
