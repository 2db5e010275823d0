import { counted, count } from "../../shared/format";

export const review = {
  titles: { slip: "Probably a slip", unclear: "The image is unclear", unknown: "The model does not know yet" },
  says: {
    slip: "Both doubts are low, yet the label is improbable. Most often a wrong key.",
    unclear: "Data doubt is high. Two good readers may differ: decide, or leave it.",
    unknown: "Model doubt is high. The label is likely right: keep it.",
  },
  none: {
    slip: "No label looks like a slip.",
    unclear: "No label is improbable because its image is unclear.",
    unknown: "No label is improbable because the model knows too little.",
  },
  by: (name: string | null) => (name === null ? "as decided" : `says ${name}`),
  modelSays: (share: string) => `${share}, the model`,
  keep: "Keep",
  keepOf: (label: string, file: string) => `Keep ${label} for ${file}`,
  correctOf: (label: string, file: string) => `Correct to ${label} for ${file}`,
  suspects: (n: number) => count(n),
  checked: (time: string, judged: number, labels: number) =>
    judged === labels ? `${counted(labels, "label")} judged, ${time}` : `${count(judged)} of ${counted(labels, "label")} judged, ${time}; classes with fewer than five are left alone`,
  never: "Not checked yet. A check takes about as long as five rounds of learning, and changes nothing.",
  more: (n: number) => `${count(n)} more, shown when these are done`,
  kept: (label: string) => `Kept as ${label}`,
  corrected: (label: string) => `Corrected to ${label}`,
  undo: "Undo",
  takenBack: "Taken back",
  running: "The labels are being checked",
};
