import type { Picture } from "../charts/chart-card";
import type { Look } from "../charts/look";
import { band, dots, frame, line, niceEnd, note, ruler, tip, whiskers, xAxis, yAxis, type Point, type Span } from "../charts/parts";
import { words } from "../messages/words";
import { count, percent } from "../shared/format";
import type { RoundPoint } from "../shared/types";

/** A round that was measured, with its interval. */
export interface Measured {
  number: number;
  trainingLabels: number;
  accuracy: number;
  low: number;
  high: number;
}

export function measured(rounds: RoundPoint[]): Measured[] {
  return rounds.flatMap(({ number, trainingLabels, accuracy }) =>
    accuracy === null ? [] : [{ number, trainingLabels, accuracy: accuracy.value, low: accuracy.low, high: accuracy.high }],
  );
}

/** Accuracy on the control arm over labels given: points with their intervals. There is at least one. */
export function learningCurve(points: Measured[], controlImages: number | undefined): Picture {
  const first = points[0] as Measured;
  const last = points.at(-1) as Measured;
  return {
    say: words.home.curveSays(controlImages),
    title: words.home.curve.title(percent(first.accuracy), first.trainingLabels, percent(last.accuracy), last.trainingLabels),
    height: (width) => (width < 500 ? 250 : 344),
    option: (look) => option(points, look),
    table: {
      head: [words.home.curve.round, words.home.curve.trainedOn, words.home.curve.accuracy, words.home.curve.interval],
      rows: points.map((p) => [words.shared.round(p.number), count(p.trainingLabels), percent(p.accuracy), interval(p)]),
    },
  };
}

function option(points: Measured[], look: Look): Record<string, unknown> {
  const last = points.at(-1) as Measured;
  const at = points.map((p): Point => [p.trainingLabels, 100 * p.accuracy]);
  const spans = points.map((p): Span => [p.trainingLabels, 100 * p.low, 100 * p.high]);
  // The axis starts at the ten below the lowest interval, and says so at its foot.
  const floor = Math.max(0, Math.floor(Math.min(...points.map((p) => p.low)) * 10)) * 10;
  const end = niceEnd(Math.max(...points.map((p) => p.trainingLabels)));
  const alone = points.length === 1;
  const space = 100 * last.low - floor > (100 - floor) / 5;
  const align = last.trainingLabels > 0.93 * end.max ? "right" : last.trainingLabels < 0.1 * end.max ? "left" : "center";
  const words1 = [percent(last.accuracy), interval(last)];
  return {
    ...frame(look),
    xAxis: xAxis(look, { min: 0, ...end, name: words.home.curve.axis, label: count }),
    yAxis: yAxis(look, { min: floor, max: 100, interval: 10, label: (value) => (value === 100 ? percent(1, 0) : String(value)) }),
    tooltip: tip(look, ({ data }) => {
      const point = points.find((p) => Array.isArray(data) && p.trainingLabels === data[0]);
      return point === undefined ? null : [percent(point.accuracy), interval(point), words.home.curve.ofLabels(point.number, point.trainingLabels)];
    }),
    series: [
      ...(alone ? [whiskers(look, spans)] : [band(spans, look.ink12), line(look, at)]),
      dots(look, at),
      ...(alone
        ? [note(look, at[0] as Point, words1, { align: "left", dx: 12 })]
        : space
          ? [ruler(look, [last.trainingLabels, 100 * last.accuracy], [last.trainingLabels, 100 * last.low - 2], { style: "solid" }), note(look, [last.trainingLabels, 100 * last.low - 2], words1, { align, dy: 10 })]
          : [note(look, [last.trainingLabels, 100 * last.high], words1, { align, dy: -24 })]),
    ],
  };
}

function interval({ low, high }: Measured): string {
  return words.home.range((low * 100).toFixed(1), (high * 100).toFixed(1));
}
