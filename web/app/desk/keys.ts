import { type ActionName } from "../keys/actions";
import { chordOf } from "../keys/chord";
import type { KeyMap, Meaning } from "../keys/key-map";

export interface KeyedDesk {
  map: () => KeyMap;
  label: (name: string) => void;
  action: Record<ActionName, () => void>;
  released: () => void;
  /** While brightness or contrast is held, arrows change it. */
  arrow: (direction: 1 | -1) => boolean;
}

/** Only these may be repeated by holding the key down. */
const REPEATED = new Set<ActionName>(["zoomIn", "zoomOut"]);

/** Keys rest while a field or a dialog has the focus. */
export function listenToKeys(desk: KeyedDesk): void {
  document.addEventListener("keydown", (event) => {
    if (event.isComposing || belongsElsewhere(event)) return;
    if ((event.key === "ArrowUp" || event.key === "ArrowDown") && desk.arrow(event.key === "ArrowUp" ? 1 : -1)) {
      event.preventDefault();
      return;
    }
    const chord = chordOf(event);
    const meaning = chord === undefined ? undefined : desk.map().meaningOf(chord);
    if (meaning === undefined) return;
    event.preventDefault();
    if (!event.repeat || isRepeated(meaning)) act(desk, meaning);
  });
  document.addEventListener("keyup", () => desk.released());
}

function act(desk: KeyedDesk, meaning: Meaning): void {
  if ("label" in meaning) desk.label(meaning.label);
  else desk.action[meaning.action]();
}

function isRepeated(meaning: Meaning): boolean {
  return "action" in meaning && REPEATED.has(meaning.action);
}

function belongsElsewhere(event: KeyboardEvent): boolean {
  if (document.querySelector("dialog[open]") !== null) return true;
  const target = event.target;
  if (!(target instanceof Element)) return false;
  if (target.matches("input[type=range]")) return /^(Arrow|Page|Home|End|Tab|Escape)/.test(event.key);
  if (target.closest("input, textarea, select, [contenteditable]") !== null) return true;
  // Whoever went to a button by the tab key presses it as everywhere else.
  const presses = (event.key === "Enter" || event.code === "Space") && !event.ctrlKey && !event.metaKey;
  return presses && target.matches("button:focus-visible, a:focus-visible, summary:focus-visible");
}
