import { api } from "../shared/api";
import { el, icon, need } from "../shared/dom";
import { doubtBar, doubtMeter, isHigh } from "../shared/doubts";
import { count, doubt, ordinal } from "../shared/format";
import { asProblem } from "../shared/problem";
import { toast } from "../shared/toast";
import { labelsLeft, type ProjectStatus, type QueueItem, type Thresholds } from "../shared/types";
import { between, evidence } from "./evidence";

/** Why this image: the two doubts, in words that follow their values. Since the status was read, some answers were given. */
export function showWhy(item: QueueItem | undefined, status: ProjectStatus, given: number): void {
  const body = need(".why-body");
  const minis = document.querySelectorAll(".mini-doubts-values");
  const foot = need(".why-foot");
  foot.textContent = rank(item, status);
  if (item === undefined || item.reason === "hidden") {
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
    el("p", { class: "t14" }, sentence(item, model, data, status)),
    doubtMeter("model", model, status.thresholds),
    doubtMeter("data", data, status.thresholds),
    ...evidence(item),
  );
  minis.forEach((mini) => mini.replaceChildren(miniDoubt("model", model, status.thresholds), miniDoubt("data", data, status.thresholds)));
}

/** Where it stands, and by which rule. */
function rank(item: QueueItem | undefined, { model }: ProjectStatus): string {
  if (item?.rank == null) return "";
  const place = `${ordinal(item.rank.place)} of ${count(item.rank.of)} in the queue${model ? ` · model ${model.number}` : ""}`;
  return item.reason === "doubt"
    ? `${place}. Those come first whose label tells most about the rest of the pool and that the models doubt.`
    : place;
}

function sentence(item: QueueItem, model: number, data: number, { doubts, thresholds }: ProjectStatus): string {
  const apart = doubts?.apart ?? true;
  const unclear = isHigh("data", data, thresholds);
  if (!apart && unclear) {
    return "Too few labels yet to tell whether the image is unclear or the models have not learned enough. Your answer helps to find out.";
  }
  if (isHigh("model", model, thresholds)) {
    const what = between(item) ?? "about it";
    return unclear ? `The models disagree ${what}, and the image is not clear.` : `The models disagree ${what}: your answer teaches them.`;
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

/** A column of its own where there is room, which stays hidden for whoever hides it; else a drawer. */
export function toggleWhy(root: HTMLElement): void {
  if (root.dataset["why"] === "off") return;
  if (window.matchMedia("(max-width: 1100px)").matches) {
    root.dataset["drawer"] = root.dataset["drawer"] === "open" ? "closed" : "open";
    return;
  }
  const showWhy = root.dataset["why"] === "hidden";
  root.dataset["why"] = showWhy ? "shown" : "hidden";
  api.put("/api/account/desk", { showWhy }).catch((error: unknown) => {
    toast("warning", `This holds for this page only. ${asProblem(error).detail}`);
  });
}
