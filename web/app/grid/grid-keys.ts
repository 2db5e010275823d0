import type { ActionName } from "../keys/actions";
import { chordOf } from "../keys/chord";
import type { KeyMap } from "../keys/key-map";

export interface KeyedGrid {
  map: () => KeyMap;
  label: (name: string) => void;
  mark: () => void;
  /** Moves by columns and rows; infinity goes to the edge. */
  move: (columns: number, rows: number) => void;
  action: Partial<Record<ActionName, () => void>>;
}

const MOVES: Record<string, [number, number]> = {
  arrowleft: [-1, 0],
  arrowright: [1, 0],
  arrowup: [0, -1],
  arrowdown: [0, 1],
  home: [-Infinity, 0],
  end: [Infinity, 0],
};

/** Arrows and Space as in every grid; all else as the person's key map has it. Keys rest while a field or dialog has the focus. */
export function listenToGridKeys(grid: KeyedGrid): void {
  document.addEventListener("keydown", (event) => {
    const target = event.target instanceof Element ? event.target : document.body;
    if (event.isComposing || document.querySelector("dialog[open]") !== null) return;
    if (target.closest("input, textarea, select") !== null) return;
    const elsewhere = target.matches("button:not(.sheet-tile), a");
    const chord = chordOf(event);
    if (chord === undefined || (elsewhere && (chord === "enter" || chord === "space"))) return;
    const act = meaning(grid, chord);
    if (act === undefined) return;
    event.preventDefault();
    if (!event.repeat || chord in MOVES) act();
  });
}

function meaning(grid: KeyedGrid, chord: string): (() => void) | undefined {
  const move = MOVES[chord];
  if (move !== undefined) return () => grid.move(...move);
  if (chord === "space") return grid.mark;
  const meant = grid.map().meaningOf(chord);
  if (meant === undefined) return chord === "x" && grid.map().settings.singleKeys ? grid.mark : undefined;
  return "label" in meant ? () => grid.label(meant.label) : grid.action[meant.action];
}
