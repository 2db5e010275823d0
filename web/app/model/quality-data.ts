import type { Share } from "../home/curve-data";

export interface ClassQuality {
  id: number;
  name: string;
  images: number;
  right: number;
  found: Share | null;
  said: number;
  precision: Share | null;
}

export interface Cell {
  truth: number;
  predicted: number;
  images: number;
  model: number;
  data: number;
}

export interface Bin {
  low: number;
  high: number;
  images: number;
  confidence: number;
  right: number;
  share: Share;
}

export interface Answering {
  answered: number;
  coverage: number;
  least: number;
  wrong: number;
  risk: Share;
}

/** `GET /api/projects/{p}/models/{number}/quality` */
export interface Quality {
  model: number;
  images: number;
  right: number;
  accuracy: Share | null;
  classes: ClassQuality[];
  cells: Cell[];
  reliability: Bin[];
  /** Null of too few images. */
  averageGap: number | null;
  gapKnownFrom: number;
  answering: Answering[];
}
