import { words } from "../messages/words";
import { api } from "../shared/api";
import { el, icon, need, setShare, text } from "../shared/dom";
import { seconds } from "../shared/format";
import { ROUND_STEPS, roundShare, roundStep } from "../shared/round-steps";
import type { Job, ProjectStatus } from "../shared/types";

/** The current round, step by step, from its job. */
export async function showRound(round: ProjectStatus["round"]): Promise<void> {
  const running = round !== null && (round.state === "running" || round.state === "waiting");
  need("[data-round=running]").hidden = !running;
  if (!running) return;
  text("[data-fill=round]", words.shared.round(round.number));
  if (round.job === null) return;
  const link = document.querySelector<HTMLAnchorElement>("[data-round-job]");
  if (link !== null) link.href = `/jobs/${round.job}`;
  try {
    showJob(await api.get<Job>(`/api/jobs/${round.job}`));
  } catch {
    // The job list is not worth a message on top of the numbers; the next try comes soon.
  }
}

function showJob(job: Job): void {
  text("[data-fill=round-left]", job.secondsLeft === null || job.secondsLeft === undefined ? "" : words.home.leftInStep(seconds(job.secondsLeft)));
  setShare(document.querySelector("[data-round-progress] > i"), roundShare(job));
  const now = roundStep(job);
  need(".steps").replaceChildren(
    ...ROUND_STEPS.map((step, place) => {
      const state = place < now ? "done" : place === now ? "now" : "next";
      const sign = state === "done" ? icon("check", "ok") : el("span", { class: "ring" });
      return el("li", { class: `step step-${state}` }, sign, el("span", {}, state === "now" ? job.stage : step.words));
    }),
  );
}
