import { words } from "../messages/words";
import { el, icon } from "../shared/dom";
import type { JobState } from "../shared/types";

const SIGNS: Record<Exclude<JobState, "running">, [sign: string, kind: string]> = {
  waiting: ["clock", "chip"],
  done: ["check", "chip chip-ok"],
  failed: ["close", "chip chip-bad"],
  cancelled: ["minus", "chip"],
};

export function stateChip(state: JobState): HTMLElement {
  if (state === "running") return el("span", { class: "chip" }, el("span", { class: "dot" }), words.jobs.states.running);
  const [sign, kind] = SIGNS[state];
  return el("span", { class: kind }, icon(sign), words.jobs.states[state]);
}
