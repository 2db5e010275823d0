import { showEmpty } from "../desk/messages";
import type { ClaimedSheet } from "./sheet";

const WHY = {
  no_model: {
    sign: "clock",
    title: "No model yet",
    words: "A grid shows what a model takes for one class. Label some images one by one; the first model learns from them.",
  },
  unsure: {
    sign: "model",
    title: "Nothing is sure enough",
    words: "Images wait, but not such as a grid may show: the models are unsure of them, or you are to see them without a hint. Take them one by one.",
  },
  done: {
    sign: "saved",
    title: "Nothing left to confirm",
    words: "Every image of the queue is answered or with a colleague. A new round may bring more.",
  },
} as const;

/** Why there is no sheet, and where to go from here. */
export function showNoSheet(why: NonNullable<ClaimedSheet["nothing"]>, project: number, again: () => void): void {
  const { sign, title, words } = WHY[why];
  showEmpty(sign, title, words, { name: "One by one", href: `/projects/${project}/label` }, { name: "Look again", act: again });
}
