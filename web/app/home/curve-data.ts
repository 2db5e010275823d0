/** A share with its 95 % interval. */
export interface Share {
  value: number;
  low: number;
  high: number;
}

export interface CurveRound {
  number: number;
  model: number;
  /** False where the model was only kept. */
  published: boolean;
  labels: number;
  /** Null for those who must not tell the arms apart. */
  minutes: number | null;
  accuracy: Share;
  controlImages: number;
}

export interface ClassCurve {
  id: number;
  name: string;
  rounds: { number: number; labels: number; minutes: number | null; right: number; images: number; found: Share }[];
}

/** `GET /api/projects/{p}/learning-curve`; what tells the arms apart is null or empty for those who must not. */
export interface LearningCurve {
  rounds: CurveRound[];
  labels: number | null;
  minutesPerLabel: number | null;
  ahead: { labels: number; minutes: number | null; accuracy: Share }[];
  limit: Share | null;
  next: { labels: number; gain: Share; minutes: number | null } | null;
  classes: ClassCurve[];
}

export type Over = "labels" | "minutes";

/** Where something stands on the axis that is chosen. */
export function place(at: { labels: number; minutes: number | null }, over: Over): number {
  return over === "labels" ? at.labels : (at.minutes ?? 0);
}
