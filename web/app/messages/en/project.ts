export const project = {
  fileIsMade: "The file is being made…",
  fileWaits: "The file waits for a worker…",
  fileIsAt: (stage: string) => `The file is being made: ${stage}…`,
  fileCancelled: "The file was not made: its job was cancelled.",
  remove: (label: string) => `Remove ${label}`,
  isThereAlready: (label: string) => `“${label}” is there already. Each label stands once.`,
  nameNeeded: "Give the project a name; your colleagues find it by that.",
  twoLabels: "Two labels at least: there must be something to tell apart.",
};
