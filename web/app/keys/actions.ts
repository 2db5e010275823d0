import type { Chord } from "./chord";

export interface Action {
  name: string;
  /** What it does, in the words of the key map. */
  words: string;
  group: "answers" | "image";
  keys: Chord[];
}

/** All that the desk does on a key, beside the labels. */
export const ACTIONS = [
  { name: "accept", words: "Take the suggestion", group: "answers", keys: ["space"] },
  { name: "submit", words: "Submit, when one key does not", group: "answers", keys: ["enter", "ctrl+enter"] },
  { name: "cannotTell", words: "Cannot tell", group: "answers", keys: ["u"] },
  { name: "flag", words: "Flag, with a note", group: "answers", keys: ["f"] },
  { name: "skip", words: "Skip", group: "answers", keys: ["ctrl+space"] },
  { name: "takeBack", words: "Take back, also what was sent", group: "answers", keys: ["ctrl+z"] },
  { name: "redo", words: "Do it again", group: "answers", keys: ["ctrl+shift+z", "ctrl+y"] },
  { name: "lookBack", words: "Look back", group: "answers", keys: ["arrowleft"] },
  { name: "lookForward", words: "Go on", group: "answers", keys: ["arrowright"] },
  { name: "pause", words: "Pause", group: "answers", keys: ["p"] },
  { name: "zoomIn", words: "Zoom in; the wheel too", group: "image", keys: ["+", "="] },
  { name: "zoomOut", words: "Zoom out", group: "image", keys: ["-"] },
  { name: "fit", words: "Fit; a double click too", group: "image", keys: ["ctrl+0", "0"] },
  { name: "brightness", words: "with the wheel: brightness", group: "image", keys: ["b"] },
  { name: "contrast", words: "with the wheel: contrast", group: "image", keys: ["c"] },
  { name: "invert", words: "Invert", group: "image", keys: ["i"] },
  { name: "reset", words: "Show it as it is", group: "image", keys: ["shift+i"] },
  { name: "why", words: "Why this image?", group: "image", keys: ["w"] },
  { name: "find", words: "Find a label", group: "image", keys: ["/"] },
  { name: "help", words: "This page", group: "image", keys: ["?"] },
] as const satisfies readonly Action[];

export type ActionName = (typeof ACTIONS)[number]["name"];
