import type { Outcome } from "../shared/types";

/** One answer on its way to the server. Its key makes sending it twice harmless. */
export interface Answer {
  clientKey: string;
  image: number;
  outcome: Outcome;
  label?: string;
  note?: string;
  /** The key of the answer that this one stands in for. */
  corrects?: string;
  milliseconds?: number;
  /** How the image was shown, where it was not alone. */
  shown?: "grid" | "pool";
}
