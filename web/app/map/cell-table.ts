import { words } from "../messages/words";
import { el } from "../shared/dom";
import { count, doubt } from "../shared/format";
import { columnOf, rowOf, spanOf, type Area, type Colour, type DoubtMap } from "./doubt-map-data";
import { kindName } from "./marks";

/** So many cells along each side make one row of the table. */
const TOGETHER = 4;

/** The map in words: larger cells, fullest first, each with a button that chooses it. */
export function tableRows(map: DoubtMap, colour: Colour, choose: (area: Area) => void): (string | Node)[][] {
  const blocks = new Map<string, { column: number; row: number; images: number; kinds: Map<number, number> }>();
  const add = (column: number, row: number, images: number, kind: number): void => {
    const at = { column: Math.floor(column / TOGETHER) * TOGETHER, row: Math.floor(row / TOGETHER) * TOGETHER };
    const block = blocks.get(`${at.column} ${at.row}`) ?? { ...at, images: 0, kinds: new Map<number, number>() };
    block.images += images;
    block.kinds.set(kind, (block.kinds.get(kind) ?? 0) + images);
    blocks.set(`${at.column} ${at.row}`, block);
  };
  for (const cell of map.cells) add(cell.column, cell.row, cell.images, cell.kind);
  for (const { x, y, kind } of map.points) add(columnOf(x, map), rowOf(y, map), 1, kind);
  return [...blocks.values()]
    .sort((a, b) => b.images - a.images)
    .map((block) => {
      const span = spanOf(block, map, TOGETHER);
      const [kind = 0] = [...block.kinds].sort((a, b) => b[1] - a[1])[0] ?? [];
      const data = words.map.span(doubt(span.xFrom), doubt(span.xTo));
      const model = words.map.span(doubt(span.yFrom), doubt(span.yTo));
      const button = el("button", { type: "button", class: "btn btn-small", "aria-label": words.map.chooseThese(block.images), click: () => choose(span) }, words.map.choose);
      return [data, model, count(block.images), kindName(colour, map.kinds[kind]?.name ?? ""), button];
    });
}
