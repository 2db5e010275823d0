import type { Chord } from "./chord";

export interface Action {
  name: string;
  group: "answers" | "image";
  keys: Chord[];
}

/** All that the desk does on a key, beside the labels. */
export const ACTIONS = [
  { name: "accept", group: "answers", keys: ["space"] },
  { name: "submit", group: "answers", keys: ["enter", "ctrl+enter"] },
  { name: "cannotTell", group: "answers", keys: ["u"] },
  { name: "flag", group: "answers", keys: ["f"] },
  { name: "skip", group: "answers", keys: ["ctrl+space"] },
  { name: "takeBack", group: "answers", keys: ["ctrl+z"] },
  { name: "redo", group: "answers", keys: ["ctrl+shift+z", "ctrl+y"] },
  { name: "lookBack", group: "answers", keys: ["arrowleft"] },
  { name: "lookForward", group: "answers", keys: ["arrowright"] },
  { name: "pause", group: "answers", keys: ["p"] },
  { name: "session", group: "answers", keys: ["shift+p"] },
  { name: "zoomIn", group: "image", keys: ["+", "="] },
  { name: "zoomOut", group: "image", keys: ["-"] },
  { name: "fit", group: "image", keys: ["ctrl+0", "0"] },
  { name: "brightness", group: "image", keys: ["b"] },
  { name: "contrast", group: "image", keys: ["c"] },
  { name: "invert", group: "image", keys: ["i"] },
  { name: "reset", group: "image", keys: ["shift+i"] },
  { name: "why", group: "image", keys: ["w"] },
  { name: "find", group: "image", keys: ["/"] },
  { name: "help", group: "image", keys: ["?"] },
] as const satisfies readonly Action[];

export type ActionName = (typeof ACTIONS)[number]["name"];
