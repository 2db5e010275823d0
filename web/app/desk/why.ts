import { el, icon, need, setShare } from "../shared/dom";
import { doubtBar, doubtMeter, isHigh } from "../shared/doubts";
import { count, doubt, ordinal, percent } from "../shared/format";
import { labelsLeft, type ProjectStatus, type QueueItem, type Thresholds } from "../shared/types";

/** Why this image: the two doubts, in words that follow their values. Since the status was read, some answers were given. */
export function showWhy(item: QueueItem | undefined, status: ProjectStatus, given: number): void {
  const body = need(".why-body");
  const minis = document.querySelectorAll(".mini-doubts-values");
  const foot = need(".why-foot");
  foot.textContent = "";
  if (item === undefined) {
    body.replaceChildren();
    minis.forEach((mini) => mini.replaceChildren());
    return;
  }
  if (item.uncertainty === null) {
    body.replaceChildren(withoutDoubts(item, status, given));
    minis.forEach((mini) => mini.replaceChildren());
    return;
  }
  const { model, data } = item.uncertainty;
  body.replaceChildren(
    el("p", { class: "t14" }, sentence(model, data, status)),
    doubtMeter("model", model, status.thresholds),
    doubtMeter("data", data, status.thresholds),
    ...likeliest(item),
  );
  minis.forEach((mini) => mini.replaceChildren(miniDoubt("model", model, status.thresholds), miniDoubt("data", data, status.thresholds)));
  if (item.place !== null && item.place !== undefined) {
    const of = status.queue > 0 ? ` of ${count(status.queue)} in the queue` : " in the queue";
    foot.textContent = `${ordinal(item.place)}${of}${status.model ? ` · model ${status.model.number}` : ""}`;
  }
}

function sentence(model: number, data: number, { doubts, thresholds }: ProjectStatus): string {
  const apart = doubts?.apart ?? true;
  const unclear = isHigh("data", data, thresholds);
  if (!apart && unclear) {
    return "Too few labels yet to tell whether the image is unclear or the models have not learned enough. Your answer helps to find out.";
  }
  if (isHigh("model", model, thresholds)) {
    return unclear
      ? "The models disagree about it, and the image is not clear."
      : "The models disagree about it: your answer teaches them.";
  }
  return unclear
    ? "The models agree that this image is unclear. “Cannot tell” is an answer."
    : "The models are nearly sure. Chance mixes a few such images in, so that a batch stays varied.";
}

function withoutDoubts(item: QueueItem, status: ProjectStatus, given: number): HTMLElement {
  if (item.reason === "earlier") {
    return el(
      "div",
      { class: "empty" },
      icon("clock", "t3"),
      el("p", { class: "t16 b" }, "Answered earlier"),
      el("p", { class: "t2" }, "What the models thought of it is not shown again."),
    );
  }
  if (item.reason === "typical") {
    return el(
      "div",
      { class: "empty" },
      icon("model", "t3"),
      el("p", { class: "t16 b" }, "Stands for many"),
      el("p", { class: "t2" }, "No model has learned yet. Many images of the pool look like this one, so its label goes far."),
    );
  }
  if (status.model === null) {
    const left = labelsLeft(status, given);
    return el(
      "div",
      { class: "empty" },
      icon("clock", "t3"),
      el("p", { class: "t16 b" }, "No model yet"),
      el(
        "p",
        { class: "t2" },
        left === null
          ? "Images come at random until the first model has learned."
          : left > 0
          ? `Images come at random until the first model has learned: ${count(left)} more ${left === 1 ? "label" : "labels"} to go.`
          : "The first model comes soon. It learns while you go on.",
      ),
    );
  }
  if (item.reason !== "withheld") {
    return el(
      "div",
      { class: "empty" },
      icon("clock", "t3"),
      el("p", { class: "t16 b" }, "Asked at random"),
      el("p", { class: "t2" }, "When this image was handed out, no model had measured its doubt yet."),
    );
  }
  return el(
    "div",
    { class: "empty" },
    icon("hidden", "t3"),
    el("p", { class: "t16 b" }, "Your eyes first"),
    el(
      "p",
      { class: "t2" },
      "What the models think is held back here. Some images, drawn by chance, are asked this way, so that the models do not lead you.",
    ),
  );
}

function likeliest(item: QueueItem): HTMLElement[] {
  const best = [...(item.suggestion?.probabilities ?? [])].sort((a, b) => b.p - a.p).slice(0, 5);
  if (best.length === 0) return [];
  const rows = best.map(({ label, p }) => {
    const bar = el("i");
    setShare(bar, p);
    return el(
      "li",
      {},
      el("span", { class: "clip m" }, label),
      el("span", { class: "progress" }, bar),
      el("span", { class: "right" }, percent(p, 0)),
    );
  });
  return [
    el("hr"),
    el("div", { class: "doubt" }, el("h3", {}, "What the models take it for"), el("ol", { class: "likeliest" }, ...rows)),
  ];
}

function miniDoubt(kind: "model" | "data", value: number, thresholds: Thresholds): HTMLElement {
  return el(
    "div",
    { class: "doubt" },
    el(
      "div",
      { class: "doubt-name" },
      icon(kind, `ic-${kind}`),
      el("span", { class: `${kind}-text` }, kind === "model" ? "Model doubt" : "Data doubt"),
      el("b", {}, doubt(value)),
    ),
    doubtBar(kind, value, thresholds),
  );
}

/** A column of its own where there is room, else a drawer. */
export function toggleWhy(root: HTMLElement): void {
  const narrow = window.matchMedia("(max-width: 1100px)").matches;
  if (narrow) root.dataset["drawer"] = root.dataset["drawer"] === "open" ? "closed" : "open";
  else root.dataset["why"] = root.dataset["why"] === "hidden" ? "shown" : "hidden";
}
