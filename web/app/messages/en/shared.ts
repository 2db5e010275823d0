import { count } from "../../shared/format";

export const shared = {
  copied: "Copied",
  cannotCopy: "The browser does not let this page copy. Mark the text and copy it by hand.",
  tryAgain: "Try again",
  copyDetails: "Copy details",
  noNetwork: "No network",
  noAnswer: "The server did not answer. Check the network, then try again.",
  signedOut: "Signed out",
  sessionEnded: "Your session has ended. Sign in again.",
  serverAnswered: (status: number) => `The server answered ${status}`,
  tellAdministrator: "Try again; if it happens again, tell your administrator.",
  pageFailed: "The page failed",
  passwordsDiffer: "The two passwords differ. Type the same one twice.",
  doubts: {
    model: {
      name: "Model doubt",
      high: "The models disagree: a label helps.",
      low: "The models agree with each other.",
    },
    data: {
      name: "Data doubt",
      high: "No model is sure: a second reader or a better image may help.",
      low: "The image is clear enough.",
    },
  },
  threshold: (value: string) => `threshold ${value}`,
  round: (number: number) => `Round ${number}`,
  roundIsRunning: (number: number) => `Round ${number} is running`,
  roundSteps: {
    snapshot: "Snapshot of the labels",
    learning: "Learning",
    evaluation: "Evaluation on the control images",
    scoring: "Scoring of the pool",
    publication: "Publication of the model and the new queue",
  },
  pixels: (width: number, height: number) => `${count(width)} × ${count(height)} px`,
};
