/** A key with what is held beside it, in one word: "u", "space", "ctrl+shift+z", "arrowleft". */
export type Chord = string;

const HELD_ALONE = new Set(["Control", "Shift", "Alt", "Meta", "AltGraph", "CapsLock", "Dead", "Unidentified"]);

/** What was pressed; none for a key that only accompanies others. */
export function chordOf(event: KeyboardEvent): Chord | undefined {
  if (HELD_ALONE.has(event.key)) return undefined;
  const name = nameOf(event);
  // A sign like ? needs the shift key on one keyboard and not on another; a letter does not.
  const shifted = event.shiftKey && (name.length > 1 || /[a-z]/.test(name));
  return `${event.ctrlKey || event.metaKey ? "ctrl+" : ""}${event.altKey ? "alt+" : ""}${shifted ? "shift+" : ""}${name}`;
}

function nameOf(event: KeyboardEvent): string {
  if (event.code === "Space") return "space";
  // A keyboard of another script has the same keys at the same places.
  const place = /^(?:Key|Digit)(.)$/.exec(event.code)?.[1];
  if (place !== undefined && (event.key === "Process" || /[^\x20-\x7e]/.test(event.key))) return place.toLowerCase();
  return event.key.toLowerCase();
}

/** Whether it is typed by one key that writes: those are the ones that can be switched off. */
export function isSingle(chord: Chord): boolean {
  return chord.replace(/^shift\+/, "").length === 1;
}

const CAPS: Record<string, string> = {
  arrowleft: "←",
  arrowright: "→",
  arrowup: "↑",
  arrowdown: "↓",
  space: "Space",
  enter: "Enter",
  escape: "esc",
  backspace: "⌫",
  delete: "del",
  tab: "tab",
  "-": "−",
};

/** As it is printed on a key cap: "ctrl Z". */
export function capOf(chord: Chord): string {
  const at = chord.length < 2 ? -1 : chord.lastIndexOf("+", chord.length - 2);
  const name = chord.slice(at + 1);
  const held = at < 0 ? "" : `${chord.slice(0, at).replaceAll("+", " ")} `;
  return held + (CAPS[name] ?? name.toUpperCase());
}

/** The same where there is little room. */
export function shortCapOf(chord: Chord): string {
  return capOf(chord).replace(/(?<= )Space$/, "␣");
}
