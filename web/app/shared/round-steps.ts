import { words } from "../messages/words";
import type { Job } from "./types";

/** The steps every round takes; a job's stage holds one of the marks. */
export const ROUND_STEPS: { marks: string[]; words: string }[] = [
  { marks: ["snapshot"], words: words.shared.roundSteps.snapshot },
  { marks: ["learn"], words: words.shared.roundSteps.learning },
  { marks: ["evaluat"], words: words.shared.roundSteps.evaluation },
  { marks: ["scor"], words: words.shared.roundSteps.scoring },
  { marks: ["rank", "publi"], words: words.shared.roundSteps.publication },
];

/** Which step a round's job is at; -1 before the first. */
export function roundStep(job: Job): number {
  const stage = job.stage.toLowerCase();
  return ROUND_STEPS.findIndex(({ marks }) => marks.some((mark) => stage.includes(mark)));
}

/** The share of a round that is done: a job tells that of its current step only. */
export function roundShare(job: Job): number {
  const step = roundStep(job);
  const ofStep = job.total > 0 ? job.done / job.total : 0;
  return step < 0 ? 0 : (step + ofStep) / ROUND_STEPS.length;
}
