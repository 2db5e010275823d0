import { ChartCard } from "../charts/chart-card";
import { chartTable } from "../charts/chart-table";
import { range } from "../home/curve";
import { words } from "../messages/words";
import { api } from "../shared/api";
import { need } from "../shared/dom";
import { count, percent } from "../shared/format";
import { answering } from "./answering";
import { Mistakes } from "./mistakes";
import { percentages } from "./percentages";
import type { ClassQuality, Quality } from "./quality-data";

const SAYS = words.quality;

/** The measures of a model on the control arm: mistakes, percentages, answering alone, each class. */
export function startQuality(project: number, model: string): void {
  const root = document.querySelector<HTMLElement>("[data-quality]");
  if (root === null) return;
  let asked: Promise<Quality> | null = null;
  // Read once for all, and anew only after it failed.
  const read = (): Promise<Quality> =>
    (asked ??= api.get<Quality>(`/api/projects/${project}/models/${model}/quality`).catch((error: unknown) => {
      asked = null;
      throw error;
    }));
  const mistakes = new Mistakes(project);
  const nothing = { empty: SAYS.none, next: SAYS.noneNext };
  const chart = (name: string): ChartCard => new ChartCard(need(`[data-chart=${name}]`, root));
  void chart("percentages").fill(read, (quality) => {
    for (const part of root.querySelectorAll<HTMLElement>("[data-when-measured]")) part.hidden = quality.images === 0;
    if (quality.images === 0) return nothing;
    mistakes.show(quality);
    need("[data-classes-place]", root).replaceChildren(classTable(quality.classes));
    return percentages(quality);
  });
  void chart("answering").fill(read, (quality) => (quality.images === 0 ? nothing : answering(quality)));
}

function classTable(classes: ClassQuality[]): HTMLElement {
  return chartTable(SAYS.classes.title, {
    head: [words.home.curve.className, words.home.curve.controlImages, words.home.curve.found, words.home.curve.interval, SAYS.classes.said, SAYS.classes.precision, words.home.curve.interval],
    rows: classes.map((one) => [
      one.name,
      count(one.images),
      one.found === null ? "–" : percent(one.found.value, 0),
      one.found === null ? "" : range(one.found),
      count(one.said),
      one.precision === null ? "–" : percent(one.precision.value, 0),
      one.precision === null ? "" : range(one.precision),
    ]),
  });
}
