import type { Picture } from "../charts/chart-card";
import { hatch, type Look, type Pattern } from "../charts/look";
import { band, faint, frame, note, tip, xAxis, yAxis, type Point, type Span } from "../charts/parts";
import { words } from "../messages/words";
import { doubt } from "../shared/format";
import { spanOf, type Area, type Cell, type Colour, type DoubtMap } from "./doubt-map-data";
import { tableRows } from "./cell-table";
import { bars } from "./edge-bars";
import { kindName, markOf, type Mark } from "./marks";

type Part = Record<string, unknown>;

/** What lies around the plane: the labels of the axes, and two narrow histograms where there is room. */
export interface Margin {
  left: number;
  right: number;
  top: number;
  bottom: number;
}

const NARROW = 600;

export function marginOf(width: number): Margin {
  return width < NARROW ? { left: 34, right: 12, top: 12, bottom: 44 } : { left: 40, right: 66, top: 62, bottom: 46 };
}

const histograms = (width: number): boolean => width >= NARROW;

interface Drawing {
  coord(at: number[]): number[];
}

/** The plane of the two doubts; `choose` is called by the table's buttons. */
export function doubtPicture(map: DoubtMap, colour: Colour, choose: (area: Area) => void): Picture {
  return {
    title: words.map.title(map.shown, map.window),
    height: (width) => (width < NARROW ? 420 : Math.max(460, Math.min(760, window.innerHeight - 236))),
    option: (look, width) => option(map, colour, look, width),
    table: {
      head: [words.map.dataDoubt, words.map.modelDoubt, words.map.imagesHead, words.map.mostly, ""],
      rows: tableRows(map, colour, choose),
    },
  };
}

function option(map: DoubtMap, colour: Colour, look: Look, width: number): Part {
  const margin = marginOf(width);
  const { window } = map;
  const grid = (frame(look, { ...margin }) as { grid: Part }).grid;
  const sides = histograms(width);
  return {
    ...frame(look),
    grid: sides ? [grid, { ...grid, top: 12, bottom: undefined, height: margin.top - 22 }, { ...grid, left: undefined, right: 12, width: margin.right - 22 }] : [grid],
    xAxis: [
      { ...xAxis(look, { min: window.xFrom, max: window.xTo, name: words.map.dataAxis, label: tick }), nameTextStyle: { align: "right", verticalAlign: "top", padding: [26, 0, 0, 0], color: look.dataText, fontSize: 12, fontWeight: 500 }, splitNumber: 6, axisLabel: { color: look.text3, fontSize: 11, margin: 8, formatter: tick, showMaxLabel: false } },
      ...(sides ? [hidden(1, window.xFrom, window.xTo), { ...hidden(2), type: "value", min: 0 }] : []),
    ],
    yAxis: [
      { ...yAxis(look, { min: window.yFrom, max: window.yTo, label: tick }), splitNumber: 6 },
      ...(sides ? [{ ...hidden(1), type: "value", min: 0 }, hidden(2, window.yFrom, window.yTo)] : []),
    ],
    tooltip: tip(look, ({ dataIndex, seriesName }) => (seriesName === "images" ? said(map, colour, dataIndex) : null)),
    series: [...(colour === "route" ? regions(map, look) : []), images(map, colour, look), ...names(map, colour, look, sides), ...(sides ? bars(map, colour, look) : [])],
  };
}

/** An axis that only places things. */
export function hidden(gridIndex: number, min?: number, max?: number): Part {
  return { gridIndex, type: "value", min, max, show: false };
}

function tick(value: number): string {
  return Number(value.toFixed(3)).toString();
}

/** The routes as grounds: blue where the models disagree, hatched amber where the image is unclear. */
function regions({ window, thresholds }: DoubtMap, look: Look): Part[] {
  const parts: Part[] = [];
  const ask = Math.max(window.yFrom, thresholds.model);
  if (ask < window.yTo) parts.push(faint(band(spanning(window.xFrom, window.xTo, ask, window.yTo), look.modelSoft, 0), 0.6));
  const unclear = Math.max(window.xFrom, thresholds.data);
  const below = Math.min(window.yTo, thresholds.model);
  if (unclear < window.xTo && window.yFrom < below) {
    const lines: Pattern = hatch(look.dataHatch, look.dataSoft, 1, 7);
    parts.push(faint(band(spanning(unclear, window.xTo, window.yFrom, below), lines, 0), 0.7));
  }
  return parts;
}

function spanning(from: number, to: number, low: number, high: number): Span[] {
  return [[from, low, high], [to, low, high]];
}

/** Cells as squares, the darker the more images; single images as points. */
export function images(map: DoubtMap, colour: Colour, look: Look): Part {
  const marks = map.kinds.map(({ name }, place) => markOf(colour, name, place, look));
  const most = Math.log1p(Math.max(1, ...map.cells.map((cell) => cell.images)));
  const drawn: { at: Point; cell?: Cell; kind: number }[] =
    map.points.length > 0
      ? map.points.map(({ x, y, kind }) => ({ at: [x, y], kind }))
      : map.cells.map((cell) => ({ at: [cell.x, cell.y], cell: cell.images > 1 ? cell : undefined, kind: cell.kind }));
  const size = map.points.length > 600 || map.points.length === 0 ? 2.6 : 3.4;
  return {
    type: "custom",
    name: "images",
    clip: true,
    z: 3,
    data: drawn.map(({ at }) => at),
    renderItem: ({ dataIndex }: { dataIndex: number }, drawing: Drawing): Part | undefined => {
      const item = drawn[dataIndex];
      if (item === undefined) return undefined;
      const mark = marks[item.kind] ?? { colour: look.text3, hollow: false };
      if (item.cell !== undefined && item.cell.images <= SCATTERED) return scattered(item.cell, map, mark, look, drawing);
      if (item.cell !== undefined) return square(item.cell, map, mark.colour, Math.log1p(item.cell.images) / most, drawing);
      const [x = 0, y = 0] = drawing.coord(item.at);
      return { type: "circle", shape: { cx: x, cy: y, r: size }, style: pointStyle(mark, look) };
    },
  };
}

/** So few images of a cell are drawn as so many points of it; where in it they lie is not known. */
const SCATTERED = 4;

/** A place within a cell that looks drawn by chance and is the same each time. */
function spot({ column, row }: Cell, turn: number): number {
  const wave = Math.sin(column * 12.9898 + row * 78.233 + turn * 37.719) * 43758.5453;
  return 0.1 + 0.8 * (wave - Math.floor(wave));
}

function scattered(cell: Cell, map: DoubtMap, mark: Mark, look: Look, drawing: Drawing): Part {
  const span = spanOf(cell, map);
  const style = pointStyle(mark, look);
  const children = Array.from({ length: cell.images }, (_, k) => {
    const [cx = 0, cy = 0] = drawing.coord([span.xFrom + spot(cell, 2 * k) * (span.xTo - span.xFrom), span.yFrom + spot(cell, 2 * k + 1) * (span.yTo - span.yFrom)]);
    return { type: "circle", shape: { cx, cy, r: 2.6 }, style };
  });
  return { type: "group", children };
}

function pointStyle(mark: Mark, look: Look): Part {
  return mark.hollow ? { fill: look.surface, stroke: mark.colour, lineWidth: 1.4 } : { fill: mark.colour, opacity: 0.75 };
}

function square(cell: Cell, map: DoubtMap, fill: string, share: number, drawing: Drawing): Part {
  const span = spanOf(cell, map);
  const [left = 0, bottom = 0] = drawing.coord([span.xFrom, span.yFrom]);
  const [right = 0, top = 0] = drawing.coord([span.xTo, span.yTo]);
  return {
    type: "rect",
    shape: { x: left + 0.5, y: top + 0.5, width: Math.max(1, right - left - 1), height: Math.max(1, bottom - top - 1), r: 1.5 },
    style: { fill, opacity: 0.16 + 0.68 * share },
  };
}

/** What the regions are called, with their images of this window. */
function names(map: DoubtMap, colour: Colour, look: Look, roomy: boolean): Part[] {
  if (colour !== "route") return [];
  const { window, thresholds } = map;
  const of = (name: string): string => words.map.images(map.kinds.find((kind) => kind.name === name)?.images ?? 0);
  const plate = (at: Point, words: string[], align: "left" | "right", dy = 8): Part => named(look, at, words, align, dy);
  const parts: Part[] = [note(look, [window.xFrom, window.yTo], [words.map.modelAxis], { align: "left", dx: 10, dy: 16, colour: look.modelText })];
  if (thresholds.model < window.yTo) {
    parts.push(plate([window.xTo, window.yTo], [words.map.routes["ask"] ?? "", of("ask")], "right", roomy ? 8 : 28));
  }
  const floor = Math.min(window.yTo, thresholds.model);
  if (thresholds.data < window.xTo && floor > window.yFrom) {
    parts.push(plate([window.xTo, floor], [words.map.routes["second_reader"] ?? "", of("second_reader")], "right"));
  }
  if (thresholds.data > window.xFrom && floor > window.yFrom) {
    parts.push(plate([window.xFrom, floor], [words.map.routes["automatic"] ?? "", of("automatic")], "left"));
  }
  return parts;
}

/** The name of a region and its images, on a ground of their own: marks may lie under it. */
function named(look: Look, at: Point, [name = "", images = ""]: string[], align: "left" | "right", dy: number): Part {
  return {
    type: "custom",
    silent: true,
    z: 6,
    data: [at],
    tooltip: { show: false },
    renderItem: (_: unknown, drawing: Drawing): Part => {
      const [x = 0, y = 0] = drawing.coord(at);
      return {
        type: "text",
        x: x + (align === "left" ? 8 : -8),
        y: y + dy,
        style: {
          text: `{name|${name}}\n{images|${images}}`,
          align,
          verticalAlign: "top",
          rich: {
            name: { fill: look.text, font: `500 12px ${look.sans}`, lineHeight: 16 },
            images: { fill: look.text2, font: `400 11px ${look.sans}`, lineHeight: 15 },
          },
          backgroundColor: look.surface,
          opacity: 0.92,
          padding: [4, 8],
          borderRadius: 5,
        },
      };
    },
  };
}

/** The card beside the pointer. */
function said(map: DoubtMap, colour: Colour, index: number): string[] | null {
  const point = map.points[index];
  if (point !== undefined) return [kindName(colour, map.kinds[point.kind]?.name ?? ""), words.map.at(doubt(point.y), doubt(point.x))];
  const cell = map.cells[index];
  if (cell === undefined) return null;
  const name = kindName(colour, map.kinds[cell.kind]?.name ?? "");
  if (cell.images === 1) return [name, words.map.at(doubt(cell.y), doubt(cell.x))];
  return [words.map.images(cell.images), words.map.mostlyOf(name, cell.ofKind), words.map.within(spanOf(cell, map))];
}
