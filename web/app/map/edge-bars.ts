import { hatch, type Look } from "../charts/look";
import { columnOf, rowOf, type Colour, type DoubtMap } from "./doubt-map-data";

type Part = Record<string, unknown>;

interface Drawing {
  coord(at: number[]): number[];
}

/** How many images have which doubt, along the edges. */
export function bars(map: DoubtMap, colour: Colour, look: Look): Part[] {
  const plain = colour !== "route";
  const { columns, rows } = sums(map);
  const { window } = map;
  const width = (window.xTo - window.xFrom) / map.columns;
  const height = (window.yTo - window.yFrom) / map.rows;
  const bar = (axis: number, values: number[], fill: unknown, box: (value: number, k: number) => [number, number, number, number]): Part => ({
    type: "custom",
    xAxisIndex: axis,
    yAxisIndex: axis,
    silent: true,
    tooltip: { show: false },
    data: values.map((value, k) => box(value, k)),
    encode: { x: [0, 2], y: [1, 3] },
    renderItem: ({ dataIndex }: { dataIndex: number }, drawing: Drawing): Part | undefined => {
      const value = values[dataIndex] ?? 0;
      if (value === 0) return undefined;
      const [x1, y1, x2, y2] = box(value, dataIndex);
      const [left = 0, bottom = 0] = drawing.coord([x1, y1]);
      const [right = 0, top = 0] = drawing.coord([x2, y2]);
      // What is there is seen, however little it is.
      const wide = Math.max(1, right - left - (axis === 1 ? 1 : 0));
      const tall = Math.max(1, bottom - top - (axis === 2 ? 1 : 0));
      return { type: "rect", shape: { x: left, y: bottom - tall, width: wide, height: tall }, style: { fill } };
    },
  });
  return [
    bar(1, columns, plain ? look.ink25 : hatch(look.data, look.dataHatch, 2.5, 5), (value, k) => [window.xFrom + k * width, 0, window.xFrom + (k + 1) * width, value]),
    bar(2, rows, plain ? look.ink25 : look.model, (value, k) => [0, window.yFrom + k * height, value, window.yFrom + (k + 1) * height]),
  ];
}

function sums(map: DoubtMap): { columns: number[]; rows: number[] } {
  const columns = new Array<number>(map.columns).fill(0);
  const rows = new Array<number>(map.rows).fill(0);
  const add = (column: number, row: number, images: number): void => {
    columns[column] = (columns[column] ?? 0) + images;
    rows[row] = (rows[row] ?? 0) + images;
  };
  for (const cell of map.cells) add(cell.column, cell.row, cell.images);
  for (const { x, y } of map.points) add(columnOf(x, map), rowOf(y, map), 1);
  return { columns, rows };
}
