import { clockTime, counted } from "../shared/format";
import type { Job } from "../shared/types";

// The first included; the server stops counting there.
const TRIES = 4;

/** Where a job is or, once it is over, what came of it: the stage it ended in is no news then. */
export function saying({ state, stage, result, tries, nextTryAt }: Job): string {
  if (nextTryAt !== null) return `Try ${tries + 1} of ${TRIES} at ${clockTime(nextTryAt)}`;
  if (state === "failed") return stage === "" ? "Failed before it began" : `Failed at: ${stage}`;
  if (state === "cancelled") return stage === "" ? "Cancelled before it began" : `Cancelled at: ${stage}`;
  if (state !== "done") return stage;
  const taken = result?.["taken"];
  const queue = result?.["queue"];
  if (result?.["published"] === false) return "Model kept, not published: it is worse than the one that serves";
  if (typeof taken === "number") return `${counted(taken, "image")} taken into the pool`;
  if (typeof queue === "number") {
    const images = counted(queue, "image");
    // A round without labels has no model yet.
    return typeof result?.["model"] === "number" ? `Model published, ${images} in its queue` : `Queue published: ${images}`;
  }
  return "";
}
