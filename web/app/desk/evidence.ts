import { words } from "../messages/words";
import { el, setShare } from "../shared/dom";
import { count, percent } from "../shared/format";
import type { QueueItem } from "../shared/types";

const SHOWN = 5;

/** What lies behind the doubts: the votes, else the probabilities; and labelled images to compare with. */
export function evidence(item: QueueItem): HTMLElement[] {
  const parts = [votes(item) ?? likeliest(item), lookAlikes(item)].filter((part) => part !== undefined);
  return parts.length === 0 ? [] : [el("hr"), ...parts];
}

/** The two classes that the networks are divided between, if they are. */
export function between(item: QueueItem): [string, string] | undefined {
  const [first, second] = item.votes ?? [];
  return first === undefined || second === undefined ? undefined : [first.label, second.label];
}

function votes(item: QueueItem): HTMLElement | undefined {
  if (!item.votes || item.votes.length === 0) return undefined;
  const all = item.votes.reduce((sum, { networks }) => sum + networks, 0);
  const rows = item.votes.slice(0, SHOWN).map(({ label, networks }) => bar(label, networks / all, count(networks)));
  return part(words.why.votes(all), el("ol", { class: "likeliest votes-of-models" }, ...rows));
}

function likeliest(item: QueueItem): HTMLElement | undefined {
  const best = [...(item.suggestion?.probabilities ?? [])].sort((a, b) => b.p - a.p).slice(0, SHOWN);
  if (best.length === 0) return undefined;
  const rows = best.map(({ label, p }) => bar(label, p, percent(p, 0)));
  return part(words.why.takeItFor, el("ol", { class: "likeliest" }, ...rows));
}

function lookAlikes({ nearest }: QueueItem): HTMLElement | undefined {
  if (nearest === undefined || nearest.length === 0) return undefined;
  const images = nearest.map(({ thumbnail, label }) =>
    el("li", {}, el("img", { src: thumbnail, alt: label, width: 58, height: 58 }), el("span", { class: "clip", title: label, "aria-hidden": "true" }, label)),
  );
  return part(words.why.alike, el("ol", { class: "look-alikes" }, ...images));
}

function part(title: string, content: HTMLElement): HTMLElement {
  return el("div", { class: "doubt" }, el("h3", {}, title), content);
}

function bar(label: string, share: number, words: string): HTMLElement {
  const fill = el("i");
  setShare(fill, share);
  return el(
    "li",
    {},
    el("span", { class: "clip m", title: label }, label),
    el("span", { class: "progress" }, fill),
    el("span", { class: "right" }, words),
  );
}
