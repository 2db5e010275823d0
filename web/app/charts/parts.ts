import { el } from "../shared/dom";
import type { Look, Pattern } from "./look";

/** The parts that all charts are made of. An option is put together from them, so that all look alike. */
type Part = Record<string, unknown>;

export type Point = [x: number, y: number];
export type Span = [x: number, low: number, high: number];

/** Just the calls of the engine's renderer that the parts below need. */
interface Drawing {
  coord(at: [number, number]): [number, number];
}

/** What the pointer is on. */
interface Under {
  data: unknown;
  dataIndex: number;
  seriesName?: string;
  seriesIndex?: number;
}

/** An axis: its ends are given, as a chart says where it begins. */
export interface Axis {
  min: number;
  max: number;
  /** A line or a label every so much. */
  interval?: number;
  /** Standing at the end of the axis: what is counted. */
  name?: string;
  label?: (value: number) => string;
}

const FONT = 11;

/** The frame: room for the labels, no animation, words in the page's own type. */
export function frame({ sans, text3 }: Look, margin: { left?: number; right?: number; top?: number; bottom?: number } = {}): Part {
  return {
    animation: false,
    textStyle: { fontFamily: sans, fontSize: FONT, color: text3 },
    grid: { left: 40, right: 14, top: 16, bottom: 40, outerBoundsMode: "none", ...margin },
  };
}

export function xAxis(look: Look, axis: Axis): Part {
  return {
    ...scale(look, axis),
    nameLocation: "end",
    nameGap: 0,
    nameTextStyle: { align: "right", verticalAlign: "top", padding: [25, 0, 0, 0], color: look.text3, fontSize: FONT },
    splitLine: { show: false },
    axisLine: { show: true, onZero: false, lineStyle: { color: look.line2 } },
  };
}

export function yAxis(look: Look, axis: Axis): Part {
  return {
    ...scale(look, axis),
    nameLocation: "end",
    nameGap: 6,
    nameTextStyle: { align: "left", color: look.text3, fontSize: FONT },
    splitLine: { show: true, lineStyle: { color: look.line } },
    axisLine: { show: false },
  };
}

function scale({ text3, sans }: Look, { min, max, interval, name, label }: Axis): Part {
  return {
    type: "value",
    min,
    max,
    interval,
    name,
    axisTick: { show: false },
    axisLabel: { color: text3, fontFamily: sans, fontSize: FONT, margin: 8, formatter: label },
  };
}

/** An ink line through its points; dotted where it is a forecast. */
export function line(look: Look, points: Point[], more: { colour?: string; style?: "solid" | "dashed" | "dotted"; dots?: boolean; symbol?: string; name?: string } = {}): Part {
  const colour = more.colour ?? look.ink;
  return {
    type: "line",
    name: more.name,
    data: points,
    showSymbol: more.dots ?? false,
    symbol: more.symbol ?? "circle",
    symbolSize: 8,
    silent: !(more.dots ?? false),
    lineStyle: { color: colour, width: 2, type: more.style ?? "solid", join: "round" },
    itemStyle: { color: colour, borderColor: look.surface, borderWidth: 1.5 },
    emphasis: { scale: 1.3, lineStyle: { width: 2 }, itemStyle: { color: colour, borderColor: look.surface } },
    z: 4,
  };
}

/** Single points, with a rim of the ground. A hollow one is not measured yet. */
export function dots(look: Look, points: (Point | Part)[], more: { colour?: string; hollow?: boolean; size?: number | ((value: number[]) => number); symbol?: string; name?: string } = {}): Part {
  const colour = more.colour ?? look.ink;
  return {
    type: "scatter",
    name: more.name,
    data: points,
    symbol: more.symbol ?? "circle",
    symbolSize: more.size ?? 8,
    itemStyle: more.hollow === true ? { color: look.surface, borderColor: colour, borderWidth: 1.5 } : { color: colour, borderColor: look.surface, borderWidth: 1.5 },
    z: 5,
  };
}

/** The ground between two curves: an interval, or one of the doubts. */
export function band(spans: Span[], fill: string | Pattern, z = 2, opacity = 1): Part {
  return {
    type: "custom",
    silent: true,
    clip: true,
    z,
    data: spans,
    encode: { x: 0, y: [1, 2] },
    tooltip: { show: false },
    renderItem: ({ dataIndex }: { dataIndex: number }, drawing: Drawing): Part | undefined => {
      // The first item draws the whole.
      if (dataIndex > 0) return undefined;
      const upper = spans.map(([x, , high]) => drawing.coord([x, high]));
      const lower = [...spans].reverse().map(([x, low]) => drawing.coord([x, low]));
      return { type: "polygon", shape: { points: [...upper, ...lower] }, style: { fill, opacity } };
    },
  };
}

/** The same band, with what lies under it showing through. */
export function faint(part: Part, opacity: number): Part {
  const draw = part["renderItem"] as (at: unknown, drawing: unknown) => Part | undefined;
  return {
    ...part,
    renderItem: (at: unknown, drawing: unknown): Part | undefined => {
      const drawn = draw(at, drawing);
      return drawn === undefined ? undefined : { ...drawn, style: { ...(drawn["style"] as Part), opacity } };
    },
  };
}

/** The interval of each point, as an upright stroke. */
export function whiskers(look: Look, spans: Span[], colour = look.ink25): Part {
  return {
    type: "custom",
    silent: true,
    z: 3,
    data: spans,
    encode: { x: 0, y: [1, 2] },
    tooltip: { show: false },
    renderItem: ({ dataIndex }: { dataIndex: number }, drawing: Drawing): Part => {
      const [x, low, high] = spans[dataIndex] as Span;
      const [x1, y1] = drawing.coord([x, low]);
      const [x2, y2] = drawing.coord([x, high]);
      return { type: "line", shape: { x1, y1, x2, y2 }, style: { stroke: colour, lineWidth: 5, lineCap: "round", fill: "none" } };
    },
  };
}

/** A thin line from one place of the axes to another: a diagonal, a threshold, "now". */
export function ruler(look: Look, from: Point, to: Point, more: { colour?: string; style?: "solid" | "dashed" | "dotted"; width?: number } = {}): Part {
  return {
    type: "line",
    silent: true,
    data: [from, to],
    showSymbol: false,
    tooltip: { show: false },
    lineStyle: { color: more.colour ?? look.text3, width: more.width ?? 1, type: more.style ?? "dashed" },
    z: 3,
  };
}

/** Words at a place of the axes, with their offset in px from it. */
export function note(look: Look, at: Point, lines: string[], more: { align?: "left" | "center" | "right"; dx?: number; dy?: number; colour?: string; strong?: boolean } = {}): Part {
  const [first, ...rest] = lines;
  return {
    type: "custom",
    silent: true,
    z: 6,
    data: [at],
    tooltip: { show: false },
    renderItem: (_: unknown, drawing: Drawing): Part => {
      const [x, y] = drawing.coord(at);
      const words = (text: string, k: number): Part => ({
        type: "text",
        x: x + (more.dx ?? 0),
        y: y + (more.dy ?? 0) + 15 * k,
        style: {
          text,
          align: more.align ?? "center",
          verticalAlign: "middle",
          fill: more.colour ?? (k === 0 && more.strong !== false ? look.text : look.text3),
          font: `${k === 0 && more.strong !== false ? 500 : 400} ${k === 0 ? 12 : FONT}px ${look.sans}`,
          // The ground shows through no letter.
          stroke: look.surface,
          lineWidth: more.colour === undefined ? 3 : 0,
        },
      });
      return { type: "group", children: [words(first ?? "", 0), ...rest.map((text, k) => words(text, k + 1))] };
    },
  };
}

/** The small card beside the pointer; an element, because the security policy forbids styles inside of markup. */
export function tip(look: Look, say: (under: Under) => string[] | null): Part {
  return {
    trigger: "item",
    confine: true,
    transitionDuration: 0,
    backgroundColor: look.raised,
    borderColor: look.line2,
    borderWidth: 1,
    padding: [6, 10],
    textStyle: { color: look.text, fontFamily: look.sans, fontSize: 12 },
    formatter: (under: Under): HTMLElement | string => {
      const lines = say(under);
      if (lines === null) return "";
      const [first, ...rest] = lines;
      return el("div", { class: "chart-tip" }, el("b", { class: "m" }, first ?? ""), ...rest.map((text) => el("div", { class: "t2" }, text)));
    },
  };
}

/** The next round number at or above: 20, 50, 100, 150, 200, 300 …, and a step that cuts it evenly. */
export function niceEnd(most: number): { max: number; interval: number } {
  const magnitude = 10 ** Math.floor(Math.log10(Math.max(most, 10)));
  const [factor, parts] = NICE.find(([share]) => share * magnitude >= most) ?? [10, 5];
  return { max: factor * magnitude, interval: (factor * magnitude) / parts };
}

const NICE: [factor: number, parts: number][] = [[1, 5], [1.2, 6], [1.5, 5], [2, 4], [3, 6], [4, 4], [5, 5], [6, 6], [8, 4], [10, 5]];
