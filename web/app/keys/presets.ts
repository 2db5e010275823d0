import type { ActionName } from "./actions";
import type { Chord } from "./chord";

/** What hands that were trained elsewhere expect, where it differs from our own keys. */
export interface Preset {
  name: string;
  words: string;
  actions: Partial<Record<ActionName, Chord[]>>;
  /** Held beside the digits of the labels. */
  beside: string;
  /** Whether the key of a label answers at once; otherwise it chooses, and another submits. */
  oneKey: boolean;
}

export const PRESETS: readonly Preset[] = [
  { name: "doubtless", words: "Doubtless", actions: {}, beside: "", oneKey: true },
  {
    name: "label-studio",
    words: "Label Studio",
    actions: {
      submit: ["ctrl+enter"],
      lookBack: ["ctrl+arrowleft"],
      lookForward: ["ctrl+arrowright"],
    },
    beside: "",
    oneKey: false,
  },
  {
    name: "cvat",
    words: "CVAT",
    actions: { submit: ["f", "ctrl+s"], lookBack: ["d"], lookForward: ["arrowright"], flag: ["shift+f"] },
    beside: "ctrl+",
    oneKey: false,
  },
  {
    name: "prodigy",
    words: "Prodigy",
    actions: { submit: ["a"], accept: ["enter"], skip: ["space"], takeBack: ["backspace", "ctrl+z"] },
    beside: "",
    oneKey: false,
  },
  { name: "doccano", words: "doccano", actions: { submit: ["enter"] }, beside: "", oneKey: false },
];

const OURS = PRESETS[0] as Preset;

export function presetOf(name: string): Preset {
  return PRESETS.find((preset) => preset.name === name) ?? OURS;
}
