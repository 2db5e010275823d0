import { words } from "../messages/words";
import { clockTime } from "../shared/format";
import type { Job } from "../shared/types";

// The first included; the server stops counting there.
const TRIES = 4;

/** Where a job is or, once it is over, what came of it: the stage it ended in is no news then. */
export function saying({ state, stage, result, tries, nextTryAt }: Job): string {
  if (nextTryAt !== null) return words.jobs.nextTry(tries + 1, TRIES, clockTime(nextTryAt));
  if (state === "failed") return stage === "" ? words.jobs.failedBefore : words.jobs.failedAt(stage);
  if (state === "cancelled") return stage === "" ? words.jobs.cancelledBefore : words.jobs.cancelledAt(stage);
  if (state !== "done") return stage;
  const taken = result?.["taken"];
  const queue = result?.["queue"];
  if (result?.["published"] === false) return words.jobs.keptNotPublished;
  if (typeof taken === "number") return words.jobs.taken(taken);
  if (typeof queue === "number") {
    // A round without labels has no model yet.
    return typeof result?.["model"] === "number" ? words.jobs.modelPublished(queue) : words.jobs.queuePublished(queue);
  }
  return "";
}
