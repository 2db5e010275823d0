import { count, counted } from "../../shared/format";

interface Area {
  xFrom: number;
  xTo: number;
  yFrom: number;
  yTo: number;
}

const two = (value: number): string => value.toFixed(2);

const routes: Record<string, string> = {
  ask: "Ask an expert",
  second_reader: "Second reader",
  better_image: "Better image",
  automatic: "Sure",
  none: "Answered",
};

const states: Record<string, string> = {
  waiting: "No answer yet",
  automatic: "Labelled automatically",
  labelled: "Labelled by people",
  cannot_tell: "Cannot tell",
  flagged: "Flagged",
  disagreement: "Readers disagree",
};

const sentTo: Record<string, (n: string) => string> = {
  queue: (n) => `${n} put first in the queue.`,
  second_reader: (n) => `${n} sent to a second reader.`,
  better_image: (n) => `${n} taken out, for a better image.`,
};

const steps: Record<string, (n: string) => string> = {
  queue: (n) => `${n} put first`,
  second_reader: (n) => `${n} to a second reader`,
  better_image: (n) => `${n} for a better image`,
};

const images = (n: number): string => counted(n, "image");

/** What the kinds of a colour are called; classes are called what they are called. */
const kinds: Record<string, Record<string, string>> = { route: routes, state: states, label: { none: "No label" } };

export const map = {
  modelDoubt: "Model doubt",
  dataDoubt: "Data doubt",
  modelAxis: "↑ Model doubt: the models disagree",
  dataAxis: "Data doubt: the image itself is unclear →",
  images,
  imagesHead: "Images",
  mostly: "Mostly",
  choose: "Choose",
  routes,
  kinds,
  title: (shown: number, a: Area) =>
    `${images(shown)} by their doubts: data doubt ${two(a.xFrom)} to ${two(a.xTo)} to the right, model doubt ${two(a.yFrom)} to ${two(a.yTo)} upwards`,
  counts: (shown: number, all: number, model: number) => `${shown === all ? images(all) : `${count(shown)} of ${images(all)}`}, model ${model}`,
  at: (model: string, data: string) => `model doubt ${model}, data doubt ${data}`,
  mostlyOf: (name: string, n: number) => `${name}: ${count(n)}`,
  within: (a: Area) => `model doubt ${two(a.yFrom)} to ${two(a.yTo)}, data doubt ${two(a.xFrom)} to ${two(a.xTo)}`,
  span: (from: string, to: string) => `${from} to ${to}`,
  chooseThese: (n: number) => `Choose these ${images(n)}`,
  looksLike: "Looks most like",
  labelWhat: (n: number) => `What are these ${images(n)}?`,
  left: "From the left",
  below: "From below",
  likenessTitle: (shown: number) => `${images(shown)} laid out so that those that look alike lie close together`,
  noLayout: "Not laid out yet",
  noLayoutNext: "The next round lays the images out: press Train now at home.",
  strangerThan: (share: string) => share,
  apart: (distance: string) => `${distance} apart`,
  noModel: "No model yet",
  noModelNext: "The map appears with the first model: when two classes have labels, the next round makes one.",
  nothingChosen: "Choose images",
  choosing: "Choosing…",
  chosen: (n: number) => `${images(n)} chosen`,
  shown: (n: number, of: number) => `${count(n)} of ${count(of)}, most model doubt first`,
  about: (time: string) => `, about ${time}`,
  tooMany: (most: number) => `One step sends ${count(most)} images at most. Choose a smaller area.`,
  sent: (route: string, sent: number, measuring: number, answered: number) =>
    [
      sent === 0 ? "Nothing was sent." : sentTo[route]?.(images(sent)),
      measuring > 0 ? `${count(measuring)} measure and stay where chance put them.` : "",
      answered > 0 ? `${count(answered)} had their answer.` : "",
    ]
      .filter(Boolean)
      .join(" "),
  nothingSent: (why: string) => `Nothing was sent. ${why}`,
  tookBack: (route: string, n: number) => `Taken back: ${steps[route]?.(images(n)) ?? ""}`,
  step: (route: string, n: number) => steps[route]?.(images(n)) ?? "",
  takeBack: "Take back",
  takeBackThis: (n: number) => `Take back the step with ${images(n)}`,
  takenBack: "taken back",
  undo: "Undo",
  moved: (kind: string, value: string) => `${kind === "model" ? "Model" : "Data"} doubt is high from ${value} on now`,
  version: "Model",
  model: (n: number) => `Model ${n}`,
  noHistory: "No published model yet",
  historySays: (n: number) =>
    `How the doubts of the whole pool were spread under each published model, answered images among them (${count(n)} under the newest). Dark: the middle half; pale: nine of ten; dots: the median. More labels push model doubt down; data doubt stays with the images.`,
  historyTitle: (n: number, model: string, data: string) => `${counted(n, "published model")}; median model doubt of the newest ${model}, median data doubt ${data}`,
  quantiles: (kind: "model" | "data") => [5, 25, 50, 75, 95].map((q) => `${kind === "model" ? "Model" : "Data"} ${q} %`),
  spreadOf: (q: string[]) => [`median ${q[2]}`, `half of the images: ${q[1]} to ${q[3]}`, `nine of ten: ${q[0]} to ${q[4]}`],
};
