import { words } from "../messages/words";
import { api } from "../shared/api";
import { el, icon, need } from "../shared/dom";
import { doubtBar, doubtMeter, isHigh } from "../shared/doubts";
import { doubt } from "../shared/format";
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
  const place = words.why.place(item.rank.place, item.rank.of) + (model ? words.why.byModel(model.number) : "");
  return item.reason === "doubt" ? place + words.why.byDoubt : place;
}

function sentence(item: QueueItem, model: number, data: number, { doubts, thresholds }: ProjectStatus): string {
  const apart = doubts?.apart ?? true;
  const unclear = isHigh("data", data, thresholds);
  if (!apart && unclear) {
    return words.why.tooFew;
  }
  if (isHigh("model", model, thresholds)) {
    const two = between(item);
    if (two === undefined) return unclear ? words.why.bothHigh : words.why.modelHigh;
    return unclear ? words.why.bothHighBetween(...two) : words.why.modelHighBetween(...two);
  }
  return unclear
    ? words.why.dataHigh
    : words.why.bothLow;
}

function withoutDoubts(item: QueueItem, status: ProjectStatus, given: number): HTMLElement {
  if (item.reason === "earlier") {
    return el(
      "div",
      { class: "empty" },
      icon("clock", "t3"),
      el("p", { class: "t16 b" }, words.why.earlier),
      el("p", { class: "t2" }, words.why.earlierSays),
    );
  }
  if (item.reason === "typical") {
    return el(
      "div",
      { class: "empty" },
      icon("model", "t3"),
      el("p", { class: "t16 b" }, words.why.typical),
      el("p", { class: "t2" }, words.why.typicalSays),
    );
  }
  if (status.model === null) {
    const left = labelsLeft(status, given);
    return el(
      "div",
      { class: "empty" },
      icon("clock", "t3"),
      el("p", { class: "t16 b" }, words.why.noModel),
      el(
        "p",
        { class: "t2" },
        left === null
          ? words.why.untilFirst
          : left > 0
          ? words.why.untilFirstIn(left)
          : words.why.firstSoon,
      ),
    );
  }
  if (item.reason !== "withheld") {
    return el(
      "div",
      { class: "empty" },
      icon("clock", "t3"),
      el("p", { class: "t16 b" }, words.why.random),
      el("p", { class: "t2" }, words.why.randomSays),
    );
  }
  return el(
    "div",
    { class: "empty" },
    icon("hidden", "t3"),
    el("p", { class: "t16 b" }, words.why.yourEyes),
    el(
      "p",
      { class: "t2" },
      words.why.yourEyesSays,
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
      el("span", { class: `${kind}-text` }, words.shared.doubts[kind].name),
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
    toast("warning", words.why.thisPageOnly(asProblem(error).detail));
  });
}
