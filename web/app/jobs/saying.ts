import { counted } from "../shared/format";
import type { Job } from "../shared/types";

/** Where a job is or, once it is over, what came of it: the stage it ended in is no news then. */
export function saying({ state, stage, result }: Job): string {
  if (state === "cancelled") return stage === "" ? "Cancelled before it began" : `Cancelled at: ${stage}`;
  if (state !== "done") return stage;
  const taken = result?.["taken"];
  const queue = result?.["queue"];
  if (result?.["published"] === false) return "Model kept, not published: it is worse than the one that serves";
  if (typeof taken === "number") return `${counted(taken, "image")} taken into the pool`;
  if (typeof queue === "number") return `Model published, ${counted(queue, "image")} in its queue`;
  return "";
}
