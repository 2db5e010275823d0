import { count, ordinal } from "../../shared/format";

export const why = {
  place: (place: number, queue: number) =>
    `${ordinal(place)}${queue > 0 ? ` of ${count(queue)} in the queue` : " in the queue"}`,
  byModel: (model: number) => ` · model ${model}`,
  tooFew:
    "Too few labels yet to tell whether the image is unclear or the models have not learned enough. Your answer helps to find out.",
  bothHigh: "The models disagree about it, and the image is not clear.",
  modelHigh: "The models disagree about it: your answer teaches them.",
  dataHigh: "The models agree that this image is unclear. “Cannot tell” is an answer.",
  bothLow: "The models are nearly sure. Chance mixes a few such images in, so that a batch stays varied.",
  earlier: "Answered earlier",
  earlierSays: "What the models thought of it is not shown again.",
  typical: "Stands for many",
  typicalSays: "No model has learned yet. Many images of the pool look like this one, so its label goes far.",
  noModel: "No model yet",
  untilFirst: "Images come at random until the first model has learned.",
  untilFirstIn: (left: number) =>
    `Images come at random until the first model has learned: ${count(left)} more ${left === 1 ? "label" : "labels"} to go.`,
  firstSoon: "The first model comes soon. It learns while you go on.",
  random: "Asked at random",
  randomSays: "When this image was handed out, no model had measured its doubt yet.",
  yourEyes: "Your eyes first",
  yourEyesSays:
    "What the models think is held back here. Some images, drawn by chance, are asked this way, so that the models do not lead you.",
  bothHighBetween: (one: string, other: string) => `The models disagree between ${one} and ${other}, and the image is not clear.`,
  modelHighBetween: (one: string, other: string) => `The models disagree between ${one} and ${other}: your answer teaches them.`,
  byDoubt: ". Those come first whose label tells most about the rest of the pool and that the models doubt.",
  votes: (models: number) => `How the ${count(models)} models vote`,
  alike: "Labelled images most like it",
  takeItFor: "What the models take it for",
  thisPageOnly: (why: string) => `This holds for this page only. ${why}`,
};
