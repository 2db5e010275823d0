import { ACTIONS, type ActionName } from "./actions";
import { type Chord, isSingle } from "./chord";
import { presetOf } from "./presets";

/** What a person chose, as the server keeps it. */
export interface KeySettings {
  preset: string;
  /** Keys given to an action in place of the preset's; an empty list leaves it without one. */
  actions: Partial<Record<ActionName, Chord[]>>;
  /** Keys given to labels, by their names; an empty word leaves one without. */
  labels: Record<string, Chord>;
  oneKey: boolean;
  singleKeys: boolean;
}

export const USUAL: KeySettings = { preset: "doubtless", actions: {}, labels: {}, oneKey: true, singleKeys: true };

/** A label and the key that its project gives it. */
export interface KeyedLabel {
  name: string;
  key: string;
}

export type Meaning = { label: string } | { action: ActionName };

const FOR_LABELS = [..."1234567890qwertyuiopasdfghjklzxcvbnm"];

/** Which key means what, for one person and the labels of one project. */
export class KeyMap {
  readonly ofAction = new Map<ActionName, Chord[]>();
  readonly ofLabel = new Map<string, Chord>();
  private readonly meanings = new Map<Chord, Meaning>();

  constructor(
    readonly settings: KeySettings,
    labels: readonly KeyedLabel[],
  ) {
    const preset = presetOf(settings.preset);
    for (const { name, keys } of ACTIONS) {
      this.ofAction.set(name, settings.actions[name] ?? preset.actions[name] ?? [...keys]);
    }
    this.giveLabels(labels, preset.beside);
    // A label goes before an action: 0 fits the image only where no tenth label has it.
    for (const [label, chord] of this.ofLabel) this.meanings.set(chord, { label });
    for (const [action, chords] of this.ofAction) {
      for (const chord of chords) if (!this.meanings.has(chord)) this.meanings.set(chord, { action });
    }
  }

  meaningOf(chord: Chord): Meaning | undefined {
    return !this.settings.singleKeys && isSingle(chord) ? undefined : this.meanings.get(chord);
  }

  /** What a key means, whether single keys are on or not. */
  ownerOf(chord: Chord): Meaning | undefined {
    return this.meanings.get(chord);
  }

  private giveLabels(labels: readonly KeyedLabel[], beside: string): void {
    const taken = new Set([...this.ofAction].filter(([action]) => action !== "fit").flatMap(([, chords]) => chords));
    const give = (label: string, chord: Chord): void => {
      this.ofLabel.set(label, chord);
      taken.add(chord);
    };
    const chosen = new Map(Object.entries(this.settings.labels));
    for (const { name } of labels) {
      const chord = chosen.get(name);
      if (chord !== undefined && chord !== "" && !taken.has(chord)) give(name, chord);
    }
    const rest = labels.filter(({ name }) => !this.ofLabel.has(name) && chosen.get(name) !== "");
    const besides = (key: string): Chord => (/\d/.test(key) ? beside + key : key);
    for (const { name, key } of rest) if (key !== "" && !taken.has(besides(key))) give(name, besides(key));
    const left = FOR_LABELS.map(besides).filter((chord) => !taken.has(chord));
    for (const { name } of rest) {
      const chord = this.ofLabel.has(name) ? undefined : left.shift();
      if (chord !== undefined) give(name, chord);
    }
  }
}
