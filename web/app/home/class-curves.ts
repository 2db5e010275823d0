import type { Picture } from "../charts/chart-card";
import { classMark, type Look } from "../charts/look";
import { band, dots, frame, line, niceEnd, note, tip, xAxis, yAxis, type Point, type Span } from "../charts/parts";
import { words } from "../messages/words";
import { count, minutes, percent } from "../shared/format";
import { range } from "./curve";
import { place, type ClassCurve, type LearningCurve, type Over } from "./curve-data";

const SAYS = words.home.curve;
const MOST = 20;
const CELL = 164;
const LEFT = 34;

/** The same curve for each class by itself, side by side; there is at least one. */
export function classCurves({ classes }: LearningCurve, over: Over): Picture {
  const known = classes.map((one, position) => ({ ...one, position }));
  // Of many, those that are found least often: there something can be won.
  const drawn = known.length <= MOST ? known : [...known].sort((a, b) => newest(a).found.value - newest(b).found.value).slice(0, MOST);
  const images = classes.map((one) => newest(one).images);
  const worst = [...known].sort((a, b) => newest(a).found.value - newest(b).found.value)[0] as ClassCurve;
  return {
    say: [
      SAYS.saysClasses(Math.min(...images), Math.max(...images)),
      known.length > MOST ? SAYS.saysSome(MOST, known.length) : "",
    ].join(" ").trim(),
    title: SAYS.titleClasses(worst.name, percent(newest(worst).found.value, 0), newest(worst).right, newest(worst).images),
    height: (width) => Math.ceil(drawn.length / columns(width)) * CELL,
    option: (look, width) => option(drawn, over, look, width),
    table: {
      head: [SAYS.className, SAYS.round, SAYS.trainedOn, SAYS.minutes, SAYS.found, SAYS.interval, SAYS.foundOf],
      rows: classes.flatMap((one) =>
        one.rounds.map((r) => [one.name, words.shared.round(r.number), count(r.labels), r.minutes === null ? "" : minutes(r.minutes), percent(r.found.value), range(r.found), SAYS.of(r.right, r.images)]),
      ),
    },
  };
}

function newest(one: ClassCurve): ClassCurve["rounds"][number] {
  return one.rounds.at(-1) as ClassCurve["rounds"][number];
}

function columns(width: number): number {
  return width < 460 ? 2 : width < 720 ? 3 : 5;
}

function option(drawn: (ClassCurve & { position: number })[], over: Over, look: Look, width: number): Record<string, unknown> {
  const across = columns(width);
  const cell = width / across;
  const end = niceEnd(Math.max(...drawn.flatMap((one) => one.rounds.map((r) => place(r, over)))));
  const on = (axis: number, part: Record<string, unknown>): Record<string, unknown> => ({ ...part, xAxisIndex: axis, yAxisIndex: axis });
  return {
    ...frame(look),
    grid: drawn.map((_, k) => ({
      left: Math.round((k % across) * cell) + LEFT,
      top: Math.floor(k / across) * CELL + 38,
      width: Math.round(cell) - LEFT - 14,
      height: CELL - 38 - 26,
      outerBoundsMode: "none",
    })),
    xAxis: drawn.map((_, k) => ({
      ...xAxis(look, { min: 0, max: end.max, interval: end.max, label: (value) => (value === 0 ? "0" : over === "labels" ? SAYS.labelsAt(value) : SAYS.minutesAt(value)) }),
      gridIndex: k,
    })).map((axis) => ({ ...axis, axisLabel: { ...(axis as unknown as { axisLabel: object }).axisLabel, alignMinLabel: "left", alignMaxLabel: "right" } })),
    yAxis: drawn.map((_, k) => ({ ...yAxis(look, { min: 0, max: 100, interval: 50 }), gridIndex: k })),
    tooltip: tip(look, ({ dataIndex, seriesName }) => {
      const one = drawn.find((known) => String(known.id) === seriesName);
      const round = one?.rounds[dataIndex];
      if (one === undefined || round === undefined) return null;
      return [`${one.name}: ${percent(round.found.value)}`, `${range(round.found)}, ${SAYS.of(round.right, round.images)}`, SAYS.ofLabels(round.number, round.labels)];
    }),
    series: drawn.flatMap((one, k) => {
      const mark = classMark(one.position, look);
      const at = one.rounds.map((r): Point => [place(r, over), 100 * r.found.value]);
      const last = newest(one);
      const spans = one.rounds.map((r): Span => [place(r, over), 100 * r.found.low, 100 * r.found.high]);
      return [
        on(k, band(spans, look.ink12)),
        on(k, line(look, at, { colour: mark.colour, style: mark.second ? "dashed" : "solid" })),
        on(k, { ...dots(look, at, { colour: mark.colour, size: 7 }), name: String(one.id) }),
        on(k, note(look, [0, 100], [clip(one.name, cell)], { align: "left", dy: -27 })),
        on(k, note(look, [0, 100], [SAYS.of(last.right, last.images)], { align: "left", dy: -12, strong: false, colour: look.text3 })),
        on(k, note(look, [end.max, 100], [percent(last.found.value, 0)], { align: "right", dy: -27 })),
      ];
    }),
  };
}

function clip(name: string, cell: number): string {
  const most = Math.max(6, Math.floor((cell - 90) / 6.5));
  return name.length > most ? `${name.slice(0, most - 1)}…` : name;
}
