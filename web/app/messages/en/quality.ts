import { count, counted } from "../../shared/format";

export const quality = {
  none: "Not to be measured.",
  noneNext: "No labelled control image has scores of this model. The newest models keep theirs; publish this one to score the pool again, or label control images.",
  mistakes: {
    says: (right: number, images: number, range: string) =>
      `${count(right)} of ${counted(images, "control image")} are right (${range} %), with their labels of now; it learnt from none of them.`,
    unclear: (unclear: number, errors: number) =>
      `In ${count(unclear)} of ${counted(errors, "error")} data doubt is the larger.`,
    caption: "Labels by row, what the model says by column",
    expert: "Label",
    found: "found",
    of: "of",
    rightCell: (name: string, images: number) => `${name} found: ${counted(images, "image")}`,
    wrongCell: (truth: string, predicted: string, images: number) => `${truth} taken for ${predicted}: ${counted(images, "image")}`,
    rightImages: (name: string, images: number) => `${name} found, ${counted(images, "image")}`,
    wrongImages: (truth: string, predicted: string, images: number) => `${truth} taken for ${predicted}, ${counted(images, "image")}`,
    pool: "These images in the pool",
    image: (id: number) => `Image ${id}`,
  },
  percentages: {
    says: "On the line, “80 % sure” is right 8 times in 10. Bars: 95 % interval.",
    gap: (points: string) => `The average gap is ${points} points.`,
    gapUnknown: (from: number) => `The average gap takes about ${count(from)} control images to mean something.`,
    title: (images: number, sure: string, right: string) =>
      `How often the model is right against how sure it is, on ${counted(images, "control image")}: where it is surest, ${sure} on average, ${right} are right.`,
    x: "% sure, says the model",
    sure: (sure: string) => `${sure} sure on average`,
    right: (right: string, range: string) => `${right} right (${range})`,
    between: "Sure, says the model",
    images: "Images",
    meanSure: "Mean",
    rightHead: "Right",
  },
  answering: {
    says: "Only the images that it is surest of, from left to right. Grey band: 95 % interval of each point.",
    upTo: (coverage: string, wrong: string, range: string) =>
      `Answering ${coverage}, it was wrong in ${wrong} (${range}). Read off afterwards: a promise takes the rule for automatic labels.`,
    none: "Nowhere was it wrong in 1 % or less.",
    title: (all: string, coverage: string | null) =>
      `Errors over the share of images that the model answers alone: ${all} of all${coverage === null ? "" : `, at most 1 % of the surest ${coverage}`}.`,
    x: "% of images answered",
    answers: (coverage: string) => `answers ${coverage}`,
    wrong: (wrong: string) => `wrong in ${wrong}`,
    wrongIn: (wrong: string, range: string) => `wrong in ${wrong} (${range})`,
    sureFrom: (sure: string) => `at least ${sure} sure`,
    coverage: "Answered",
    images: "Images",
    least: "At least so sure",
    wrongHead: "Wrong",
  },
  classes: { title: "Class by class", said: "Said", precision: "Then right" },
};
