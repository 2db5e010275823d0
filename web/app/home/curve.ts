import { words } from "../messages/words";
import { svg } from "../shared/dom";
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

interface Plot {
  width: number;
  height: number;
  x: (labels: number) => number;
  y: (share: number) => number;
  bottom: number;
  most: number;
}

const LEFT = 40;
const RIGHT = 14;
const TOP = 16;
const BELOW = 40;
/** Into how many steps an axis is cut that ends on 12, 15, 20 … or ten times that, so that each is a round number. */
const STEPS: Record<number, number> = { 12: 6, 15: 5, 2: 4, 3: 6, 4: 4, 5: 5, 6: 6, 8: 4, 1: 5 };

export function measured(rounds: RoundPoint[]): Measured[] {
  return rounds.flatMap(({ number, trainingLabels, accuracy }) =>
    accuracy === null ? [] : [{ number, trainingLabels, accuracy: accuracy.value, low: accuracy.low, high: accuracy.high }],
  );
}

/** Accuracy on the control arm over labels given: points with their intervals. */
export function drawCurve(points: Measured[], width: number): SVGElement {
  const plot = layOut(points, width);
  const first = points[0] as Measured;
  const last = points.at(-1) as Measured;
  const title =
    words.home.curve.title(percent(first.accuracy), first.trainingLabels, percent(last.accuracy), last.trainingLabels);
  const chart = svg("svg", { class: "chart", viewBox: `0 0 ${plot.width} ${plot.height}`, role: "img", "aria-label": title });
  chart.append(...axes(plot));
  if (points.length > 1) {
    chart.append(svg("path", { class: "band", d: band(points, plot) }), svg("path", { class: "curve", d: line(points, plot) }));
  }
  for (const point of points) chart.append(...mark(point, plot, points.length === 1));
  chart.append(...lastLabel(last, plot, points.length === 1));
  return chart;
}

function layOut(points: Measured[], width: number): Plot {
  const height = width < 500 ? 250 : 344;
  const bottom = height - BELOW;
  const lowest = Math.min(...points.map((p) => p.low));
  // The axis starts at the ten below the lowest interval, and says so at its foot.
  const floor = Math.max(0, Math.floor(lowest * 10) / 10);
  const most = niceEnd(Math.max(...points.map((p) => p.trainingLabels)));
  const x = (labels: number): number => LEFT + (labels / most) * (width - LEFT - RIGHT);
  const y = (share: number): number => bottom - ((share - floor) / (1 - floor)) * (bottom - TOP);
  return { width, height, x, y, bottom, most };
}

function axes({ width, x, y, bottom, most }: Plot): SVGElement[] {
  const made: SVGElement[] = [];
  for (let tens = 0; tens <= 10; tens++) {
    const at = y(tens / 10);
    if (at > bottom + 0.5) continue;
    made.push(svg("line", { class: "grid-line", x1: LEFT, x2: width - RIGHT, y1: at, y2: at }));
    made.push(svg("text", { x: LEFT - 8, y: at + 4, "text-anchor": "end" }, tens === 10 ? "100 %" : String(tens * 10)));
  }
  made.push(svg("line", { class: "axis", x1: LEFT, x2: width - RIGHT, y1: bottom, y2: bottom }));
  const steps = STEPS[Number(String(most).replace(/0+$/, ""))] ?? 5;
  for (let step = 0; step <= steps; step++) {
    const labels = (most / steps) * step;
    made.push(svg("text", { x: x(labels), y: bottom + 17, "text-anchor": "middle" }, count(labels)));
  }
  made.push(svg("text", { x: width - RIGHT, y: bottom + 36, "text-anchor": "end" }, words.home.curve.axis));
  return made;
}

function line(points: Measured[], { x, y }: Plot): string {
  return points.map((p, i) => `${i === 0 ? "M" : "L"}${x(p.trainingLabels).toFixed(1)} ${y(p.accuracy).toFixed(1)}`).join("");
}

function band(points: Measured[], { x, y }: Plot): string {
  const at = (p: Measured, share: number): string => `${x(p.trainingLabels).toFixed(1)} ${y(share).toFixed(1)}`;
  const upper = points.map((p) => at(p, p.high));
  const lower = [...points].reverse().map((p) => at(p, p.low));
  return `M${[...upper, ...lower].join("L")}Z`;
}

function mark(point: Measured, { x, y }: Plot, alone: boolean): SVGElement[] {
  const at = x(point.trainingLabels);
  const said = words.home.curve.point(point.trainingLabels, percent(point.accuracy), interval(point));
  const dot = svg("circle", { class: "point", cx: at, cy: y(point.accuracy), r: 3.5 }, svg("title", {}, said));
  if (!alone) return [dot];
  return [svg("line", { class: "whisker", x1: at, x2: at, y1: y(point.high), y2: y(point.low) }), dot];
}

function lastLabel(last: Measured, { x, y, width, bottom }: Plot, alone: boolean): SVGElement[] {
  const at = x(last.trainingLabels);
  if (alone) {
    const beside = at > width - 120 ? { x: at - 12, "text-anchor": "end" } : { x: at + 12, "text-anchor": "start" };
    const above = Math.min(y(last.accuracy), bottom - 24);
    return [
      svg("text", { class: "label", y: above, ...beside }, percent(last.accuracy)),
      svg("text", { y: above + 15, ...beside }, interval(last)),
    ];
  }
  const anchor = at > width - 60 ? "end" : at < 90 ? "start" : "middle";
  const top = y(last.accuracy);
  // Under the band, where it is in nobody's way, or above it when there is no room.
  const below = y(last.low) + 44 < bottom;
  const first = below ? y(last.low) + 24 : Math.max(26, y(last.high) - 24);
  return [
    ...(below ? [svg("line", { class: "leader", x1: at, x2: at, y1: top + 8, y2: first - 12 })] : []),
    svg("text", { class: "label", x: at, y: first, "text-anchor": anchor }, percent(last.accuracy)),
    svg("text", { x: at, y: first + 15, "text-anchor": anchor }, interval(last)),
  ];
}

function interval({ low, high }: Measured): string {
  return words.home.range((low * 100).toFixed(1), (high * 100).toFixed(1));
}

/** The next round number at or above: 20, 50, 100, 150, 200, 300 … */
function niceEnd(most: number): number {
  const magnitude = 10 ** Math.floor(Math.log10(Math.max(most, 10)));
  const step = [1.2, 1.5, 2, 3, 4, 5, 6, 8, 10].find((factor) => factor * magnitude >= most) ?? 10;
  return step * magnitude;
}
