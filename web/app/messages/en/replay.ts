import { count, counted } from "../../shared/format";

export const replay = {
  none: "No replay yet",
  next: "It needs 40 labels of two classes and 20 labelled control images, and takes some minutes. Labelling goes on meanwhile.",
  say: (target: string, active: number, random: number, labels: number, control: number) =>
    `To reach ${target}, the active order needed ${counted(active, "label")}, chance ${counted(random, "label")}. ${counted(labels, "label")} could be asked for; ${counted(control, "control image")} measured.`,
  title: (target: string, saved: string) => `Accuracy against labels, in the active order and by chance. At ${target} the active order saves ${saved}.`,
  saved: "Labels saved",
  costs: "Labels it cost more",
  savedInterval: (low: string, high: string) => `${low} to ${high}, 95 % over five draws`,
  target: "At an accuracy of",
  needed: (active: number, random: number) => `${count(active)} instead of ${count(random)}`,
  active: "active order",
  random: "by chance",
  labels: "labels",
  head: ["Labels", "Active order", "95 % interval", "By chance", "95 % interval"],
  range: (low: string, high: string) => `${low} to ${high}`,
  accuracy: "accuracy on the control images",
  started: "The replay begins",
  cancel: "Cancel",
  noDifference: "The interval holds 0: on these labels no difference is proved.",
};
