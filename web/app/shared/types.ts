/** The shapes of the HTTP API that the pages read. */
export interface Accuracy {
  value: number;
  low: number;
  high: number;
  n: number;
}

export interface Doubts {
  model: number;
  data: number;
  /** Whether the two can be told apart yet. */
  apart: boolean;
}

/** From which doubts on they are high. */
export interface Thresholds {
  model: number;
  data: number;
}

export interface RoundPoint {
  number: number;
  trainingLabels: number;
  accuracy: Accuracy | null;
}

export interface AutomaticState {
  on: boolean;
  stopped: boolean;
  mostWrong: number;
  images: number;
  verdict: { model: number; mostWrong: number } | null;
  audit: { checked: number; wrong: number; low: number; high: number } | null;
  sentence: string | null;
}

/** How many labels are left to the next round; null where labels start none. */
export function labelsLeft(s: ProjectStatus, given = 0): number | null {
  return s.retrainAfter === null ? null : Math.max(0, s.retrainAfter - s.newLabels - given);
}

export interface ProjectStatus {
  images: number;
  waiting: number;
  labelled: number;
  cannotTell: number;
  flagged: number;
  /** Null for those who must not tell the arms apart. */
  controlImages: number | null;
  controlLabelled: number | null;
  expertMinutes: number;
  answers: number;
  queue: number;
  /** Verdict, audit and sentence are null for those who must not tell the arms apart. */
  automatic: AutomaticState;
  newLabels: number;
  /** Null where labels start no round. */
  retrainAfter: number | null;
  /** When the next round starts; `follows` says why one follows the round under way. */
  next: { sentence: string; at: string | null; follows: string | null };
  model: { number: number; publishedAt: string } | null;
  /** The newest model, where it was worse than the published one. */
  kept: { model: number; sentence: string } | null;
  accuracy: Accuracy | null;
  round: { number: number; state: string; job: number | null } | null;
  rounds: RoundPoint[];
  doubts: Doubts | null;
  thresholds: Thresholds;
  advice: string | null;
  /** Null for those who must not know what the model thinks. */
  routes: Routes | null;
  /** Null before two measured rounds, and for those who must not tell the arms apart. */
  stopping: Stopping | null;
}

/** How many images go where by their doubts. */
export interface Routes {
  ask: number;
  secondReader: number;
  betterImage: number;
  automatic: number;
}

/** Whether further labels are worth their time. */
export interface Stopping {
  verdict: "too_early" | "continue" | "nearly_done" | "stop" | "review_classes";
  controlImages: number;
  next: { labels: number; gain: { value: number; low: number; high: number }; minutes: number | null };
}

export type JobState = "waiting" | "running" | "done" | "failed" | "cancelled";

export interface Job {
  id: number;
  kind: string;
  state: JobState;
  title: string;
  stage: string;
  done: number;
  total: number;
  secondsLeft: number | null;
  failure: string | null;
  tries: number;
  nextTryAt: string | null;
  result: Record<string, unknown> | null;
  log?: { at: string; line: string }[];
}

/** An image as a stage shows it. */
export interface ShownImage {
  image: number;
  url: string;
  thumbnail: string;
  filename: string;
  width: number;
  height: number;
}

export interface QueueItem extends ShownImage {
  leasedUntil: string;
  suggestion: { label: string; probabilities: { label: string; p: number }[] } | null;
  uncertainty: (Doubts & { total: number }) | null;
  /** How many of the drawn networks take it for which class, most first; null where nobody counted. */
  votes?: { label: string; networks: number }[] | null;
  /** Labelled images that look like it, nearest first. */
  nearest?: { image: number; thumbnail: string; label: string }[];
  reason: string | null;
  /** Its place in the queue when that was made. */
  rank?: { place: number; of: number } | null;
}

export interface PoolImage {
  id: number;
  filename: string;
  width: number;
  height: number;
  state: string;
  label: string | null;
  prediction: string | null;
  model: number | null;
  data: number | null;
  thumbnail: string;
  content: string;
  /** What browsers can show; the original where they can show that. */
  view: string;
  /** For leads only. */
  arm?: string;
  /** Why no model reads it; for leads only. */
  setAside?: string | null;
}

export interface PageOf<T> {
  items: T[];
  next: string | number | null;
  /** Of the whole list; on its first page only. */
  total?: number | null;
}

/** An image whose readers differ. */
export interface Disagreement extends ShownImage {
  model: number | null;
  data: number | null;
  readers: { reader: number; name?: string; outcome: Outcome; label?: string; note?: string }[];
}

export type Outcome = "labelled" | "cannot_tell" | "skipped" | "flagged";
