import { words } from "../messages/words";
import type { ActionName } from "./actions";
import type { Chord } from "./chord";
import type { KeyMap, KeySettings, Meaning } from "./key-map";

/** One key cap: what it does, and which of several keys of that it is. */
export interface Cap {
  meaning: Meaning;
  at: number;
}

export function wordsOf(meaning: Meaning): string {
  return "label" in meaning ? meaning.label : words.keys.actions[meaning.action];
}

export function keysOf(map: KeyMap, meaning: Meaning): Chord[] {
  if ("action" in meaning) return map.ofAction.get(meaning.action) ?? [];
  const chord = map.ofLabel.get(meaning.label);
  return chord === undefined ? [] : [chord];
}

export function isSameMeaning(a: Meaning, b: Meaning): boolean {
  return "label" in a ? "label" in b && a.label === b.label : "action" in b && a.action === b.action;
}

/** The settings in which this cap has another key, taken away from whoever had it; no key at all if none is given. */
export function rebound(map: KeyMap, cap: Cap, chord: Chord | undefined): KeySettings {
  let settings = map.settings;
  const owner = chord === undefined ? undefined : map.ownerOf(chord);
  if (owner !== undefined && !isSameMeaning(owner, cap.meaning)) {
    const left = keysOf(map, owner).filter((one) => one !== chord);
    settings = given(settings, owner, left);
  }
  const keys = [...keysOf(map, cap.meaning)].filter((one, at) => one !== chord || at === cap.at);
  keys.splice(Math.min(cap.at, keys.length), 1, ...(chord === undefined ? [] : [chord]));
  return given(settings, cap.meaning, keys);
}

function given(settings: KeySettings, meaning: Meaning, keys: Chord[]): KeySettings {
  return "label" in meaning
    ? { ...settings, labels: { ...settings.labels, [meaning.label]: keys[0] ?? "" } }
    : { ...settings, actions: { ...settings.actions, [meaning.action satisfies ActionName]: keys } };
}
