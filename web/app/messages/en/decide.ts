import { counted } from "../../shared/format";

export const decide = {
  left: (n: number) => `${counted(n, "image")} to decide`,
  nothing: "Nothing to decide",
  readersDiffer: (n: number) => `${n} readers differ`,
  reader: (number: number) => `Reader ${number}`,
  decided: (label: string | undefined, left: number) =>
    `Decided: ${label ?? "cannot tell"}. ${counted(left, "image")} to decide.`,
  takenBack: "Taken back.",
  flagged: "flagged",
  cannotTell: "Cannot tell",
  made: (n: number) => `${counted(n, "decision")} made. The next round learns from them.`,
  noneDisagree: "No readers disagree.",
  toLabels: "To the labels",
};
