import type { Picture } from "../charts/chart-card";
import type { Look } from "../charts/look";
import { band, dots, frame, line, niceEnd, note, ruler, tip, whiskers, xAxis, yAxis, type Point, type Span } from "../charts/parts";
import { words } from "../messages/words";
import { count, minutes, percent } from "../shared/format";
import { place, type CurveRound, type LearningCurve, type Over, type Share } from "./curve-data";

const SAYS = words.home.curve;
/** An estimate wider than this says nothing that a line could show. */
const WIDEST_LIMIT = 0.2;
const NO_LIMIT = 0.99;

/** Accuracy on the control arm over labels given, and how it goes on if it goes on so. There is at least one round. */
export function learningCurve(curve: LearningCurve, over: Over): Picture {
  const { rounds, ahead, limit, next } = curve;
  const first = rounds[0] as CurveRound;
  const last = rounds.at(-1) as CurveRound;
  return {
    say: [SAYS.says(last.controlImages), ahead.length > 0 ? SAYS.saysAhead : ""].join(" ").trim(),
    title: [
      SAYS.title(percent(first.accuracy.value), first.labels, percent(last.accuracy.value), last.labels),
      next === null ? "" : SAYS.titleNext(points(next.gain.value), range(next.gain)),
    ].join(" ").trim(),
    height: (width) => (width < 500 ? 260 : 344),
    option: (look) => option(curve, over, look),
    table: {
      head: [SAYS.round, SAYS.trainedOn, SAYS.minutes, SAYS.accuracy, SAYS.interval, SAYS.controlImages],
      rows: [
        ...rounds.map((p) => [p.published ? words.shared.round(p.number) : SAYS.kept(p.number), count(p.labels), tenth(p.minutes), percent(p.accuracy.value), range(p.accuracy), count(p.controlImages)]),
        ...ahead.slice(1).map((p) => [SAYS.forecast, count(p.labels), tenth(p.minutes), percent(p.accuracy.value), range(p.accuracy), ""]),
        ...(limit === null ? [] : [[SAYS.limit, "", "", percent(limit.value), range(limit), ""]]),
      ],
    },
  };
}

function option(curve: LearningCurve, over: Over, look: Look): Record<string, unknown> {
  const { rounds, ahead, labels } = curve;
  const last = rounds.at(-1) as CurveRound;
  const at = rounds.map((p): Point => [place(p, over), 100 * p.accuracy.value]);
  const spans = rounds.map((p): Span => span(place(p, over), p.accuracy));
  // The axis starts at the ten below the lowest interval, and says so at its foot.
  const lowest = 10 * Math.max(0, Math.floor(Math.min(...rounds.map((p) => p.accuracy.low)) * 10));
  const step = lowest < 40 ? 20 : lowest < 80 ? 10 : 5;
  const floor = lowest - (lowest % step);
  const end = niceEnd(Math.max(...rounds.map((p) => place(p, over)), ...ahead.map((p) => place(p, over))));
  const alone = rounds.length === 1;
  const name = over === "labels" ? SAYS.axis : SAYS.axisMinutes;
  return {
    ...frame(look),
    xAxis: xAxis(look, { min: 0, ...end, name, label: count }),
    yAxis: yAxis(look, { min: floor, max: 100, interval: step, label: (value) => (value === 100 ? percent(1, 0) : String(value)) }),
    tooltip: tip(look, ({ seriesName, dataIndex }) => {
      const round = seriesName === "measured" ? rounds[dataIndex] : undefined;
      const step = seriesName === "forecast" ? ahead[dataIndex] : undefined;
      if (round !== undefined) {
        const kept = round.published ? [] : [SAYS.onlyKept];
        return [percent(round.accuracy.value), range(round.accuracy), SAYS.ofLabels(round.number, round.labels), ...kept];
      }
      return step === undefined ? null : [percent(step.accuracy.value), range(step.accuracy), SAYS.forecastAt(step.labels)];
    }),
    series: [
      ...limitLine(curve, look, end.max, floor),
      ...(alone ? [whiskers(look, spans)] : [band(spans, look.ink12), line(look, at)]),
      ...forecast(curve, over, look),
      ...(labels === null || over === "minutes" || ahead.length === 0 ? [] : now(labels, end.max, floor, look)),
      { ...dots(look, rounds.map((p, k) => ({ value: at[k], symbol: p.published ? "circle" : "diamond" }))), name: "measured" },
      ...lastLabel(last, place(last, over), { floor, alone, right: end.max, ahead: ahead.length > 0 }, look),
    ],
  };
}

function forecast({ ahead, next }: LearningCurve, over: Over, look: Look): Record<string, unknown>[] {
  if (ahead.length === 0) return [];
  const steps = ahead.map((p): Point => [place(p, over), 100 * p.accuracy.value]);
  const [x] = steps.at(-1) as Point;
  const low = 100 * (ahead.at(-1) as { accuracy: Share }).accuracy.low;
  const gain = next === null ? [] : [note(look, [x, low], [SAYS.gain(points(next.gain.value)), range(next.gain), SAYS.gainOf(next.labels)], { align: "right", dy: 16 })];
  return [
    band(ahead.map((p) => span(place(p, over), p.accuracy)), look.ink12, 2, 0.5),
    line(look, steps, { style: "dotted" }),
    // Seen only where the pointer is.
    { ...dots(look, steps, { hollow: true, size: 7 }), name: "forecast", itemStyle: { color: "transparent", borderColor: "transparent" }, emphasis: { itemStyle: { color: look.surface, borderColor: look.ink, borderWidth: 1.5 } } },
    ...gain,
  ];
}

/** What the curve never passes: only where there is such a limit, and it is known to some twenty points. */
function limitLine({ limit }: LearningCurve, look: Look, right: number, floor: number): Record<string, unknown>[] {
  if (limit === null || limit.value > NO_LIMIT || limit.high - limit.low > WIDEST_LIMIT || 100 * limit.low < floor) return [];
  const y = 100 * limit.value;
  return [
    ruler(look, [0, y], [right, y], { style: "dashed", colour: look.text3 }),
    note(look, [0, y], [SAYS.limitAt(percent(limit.value), range(limit))], { align: "left", dx: 6, dy: y > 96 ? 11 : -10, strong: false, colour: look.text2 }),
  ];
}

function now(labels: number, right: number, floor: number, look: Look): Record<string, unknown>[] {
  const align = labels < 0.25 * right ? "left" : "right";
  return [
    ruler(look, [labels, floor], [labels, 100], { style: "dotted" }),
    note(look, [labels, floor], [SAYS.now(labels)], { align, dx: align === "left" ? 8 : -8, dy: -14, strong: false, colour: look.text3 }),
  ];
}

function lastLabel(
  last: CurveRound,
  x: number,
  { floor, alone, right, ahead }: { floor: number; alone: boolean; right: number; ahead: boolean },
  look: Look,
): Record<string, unknown>[] {
  const said = [percent(last.accuracy.value), range(last.accuracy)];
  const y = 100 * last.accuracy.value;
  if (alone) return [note(look, [x, y], said, { align: "left", dx: 12 })];
  const low = 100 * last.accuracy.low;
  const align = x > 0.93 * right || (ahead && x > 0.12 * right) ? "right" : x < 0.12 * right ? "left" : "center";
  // Under the band, where it is in nobody's way, or above it when there is no room.
  if (low - floor < (100 - floor) / 4) return [note(look, [x, 100 * last.accuracy.high], said, { align, dy: -26 })];
  const foot = low - (100 - floor) / 24;
  return [ruler(look, [x, y], [x, foot], { style: "solid" }), note(look, [x, foot], said, { align, dx: ahead && align === "right" ? -6 : 0, dy: ahead && align === "right" ? -2 : 10 })];
}

function span(x: number, { low, high }: Share): Span {
  return [x, 100 * low, 100 * high];
}

/** 0.0042 → "0.4" */
function points(share: number): string {
  return (100 * share).toFixed(1);
}

export function range({ low, high }: Share): string {
  return words.home.range(points(low), points(high));
}

function tenth(value: number | null): string {
  return value === null ? "" : minutes(value);
}
