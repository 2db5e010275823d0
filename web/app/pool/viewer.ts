import { words } from "../messages/words";
import { el, need } from "../shared/dom";
import { doubtMeter } from "../shared/doubts";
import type { PoolImage, Thresholds } from "../shared/types";
import { showGold } from "./gold";
import { showSimilar } from "./similar";

/** One image of the pool, larger, with what is known about it. */
export function showViewer(image: PoolImage, state: string, high: Thresholds): void {
  const dialog = need<HTMLDialogElement>("#viewer");
  const facts: [string, string][] = [
    [words.pool.size, words.shared.pixels(image.width, image.height)],
    [words.pool.answer, image.state === "automatic" ? words.pool.labelledAutomatically(image.label) : (image.label ?? state)],
  ];
  if (image.setAside) facts.push([words.pool.setAside, image.setAside]);
  if (image.prediction !== null) facts.push([words.pool.modelsSay, image.prediction]);
  const small = Math.max(image.width, image.height) < 128;
  need(".viewer-body", dialog).replaceChildren(
    el("h2", {}, image.filename),
    el("img", { src: image.view, alt: image.filename, class: small && "small-image" }),
    image.model !== null && image.data !== null
      ? el("div", { class: "two-doubts" }, doubtMeter("model", image.model, high), doubtMeter("data", image.data, high))
      : "",
    el("dl", {}, ...facts.flatMap(([name, value]) => [el("dt", {}, name), el("dd", {}, value)])),
  );
  if (!dialog.open) dialog.showModal();
  void showGold(image.id);
  void showSimilar(dialog, image, (other) => showViewer(other, words.pool.states[other.state as keyof typeof words.pool.states] ?? words.pool.noAnswer, high));
}
