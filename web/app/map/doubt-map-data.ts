import { api } from "../shared/api";
import type { Thresholds } from "../shared/types";

/** A part of a plane; of the plane of the two doubts x is data doubt and y model doubt. */
export interface Area {
  xFrom: number;
  xTo: number;
  yFrom: number;
  yTo: number;
}

export type Colour = "route" | "class" | "label" | "state";

export interface Cell {
  column: number;
  row: number;
  images: number;
  kind: number;
  ofKind: number;
  /** The lowest place in it: of a single image its own. */
  x: number;
  y: number;
}

export interface DoubtMap {
  /** Null where no model is published. */
  model: number | null;
  images: number;
  shown: number;
  window: Area;
  most: { x: number; y: number };
  thresholds: Thresholds;
  kinds: { name: string; images: number }[];
  columns: number;
  rows: number;
  cells: Cell[];
  points: { image: number; x: number; y: number; kind: number }[];
}

/** What of the map is asked for; without an area everything. */
export interface Asked {
  area: Area | null;
  colour: Colour;
  prediction: string;
}

/** The area as the API names it. */
export function doubtArea({ xFrom, xTo, yFrom, yTo }: Area): Record<string, number> {
  return { dataFrom: xFrom, dataTo: xTo, modelFrom: yFrom, modelTo: yTo };
}

export function areaQuery(area: Area | null): Record<string, string> {
  if (area === null) return {};
  return Object.fromEntries(Object.entries(doubtArea(area)).map(([name, value]) => [name, String(value)]));
}

export function mapQuery({ area, colour, prediction }: Asked, columns: number, rows: number): string {
  const query = new URLSearchParams({ ...areaQuery(area), colour, columns: String(columns), rows: String(rows) });
  if (prediction !== "") query.set("prediction", prediction);
  return query.toString();
}

export function readDoubtMap(project: number, query: string): Promise<DoubtMap> {
  return api.get<DoubtMap>(`/api/projects/${project}/maps/doubts?${query}`);
}

/** The doubts that a cell spans. */
export function spanOf({ column, row }: { column: number; row: number }, map: DoubtMap, cells = 1): Area {
  const { window } = map;
  const width = (window.xTo - window.xFrom) / map.columns;
  const height = (window.yTo - window.yFrom) / map.rows;
  return {
    xFrom: window.xFrom + column * width,
    xTo: Math.min(1, window.xFrom + (column + cells) * width),
    yFrom: window.yFrom + row * height,
    yTo: Math.min(1, window.yFrom + (row + cells) * height),
  };
}

/** The column of the grid that a place lies in. */
export function columnOf(x: number, { window, columns }: DoubtMap): number {
  return Math.min(columns - 1, Math.floor(((x - window.xFrom) / (window.xTo - window.xFrom)) * columns));
}

export function rowOf(y: number, { window, rows }: DoubtMap): number {
  return Math.min(rows - 1, Math.floor(((y - window.yFrom) / (window.yTo - window.yFrom)) * rows));
}
