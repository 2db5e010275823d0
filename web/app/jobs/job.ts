import { words } from "../messages/words";
import { api } from "../shared/api";
import { el, need, setShare, text } from "../shared/dom";
import { failureNote } from "../shared/failure";
import { clockTime, percent, seconds } from "../shared/format";
import { asProblem } from "../shared/problem";
import { toast } from "../shared/toast";
import type { Job } from "../shared/types";
import { isOver, watchJob } from "../shared/watch-job";
import { saying } from "./saying";
import { stateChip } from "./state-chip";

/** One job: its step, share, time left and log, while it runs. */
export function startJob(root: HTMLElement): void {
  const id = Number(root.dataset["job"]);
  need("[data-do=cancel]").addEventListener("click", () => void cancelJob(id));
  need("[data-do=retry]").addEventListener("click", () => void retryJob(id));
  watch(id);
}

function watch(id: number): void {
  watchJob(id, show).catch((error: unknown) => need("[data-job-failure]").replaceChildren(failureNote(error)));
}

function show(job: Job): void {
  need("[data-fill=state]").replaceChildren(stateChip(job.state));
  const said = saying(job);
  text("[data-fill=stage]", said);
  need("[data-job-now]").hidden = said === "" && job.failure === null;
  const known = job.total > 0 && job.nextTryAt === null;
  need("[data-job-progress]").hidden = !known || isOver(job);
  setShare(document.querySelector("[data-job-progress] > i"), known ? job.done / job.total : 0);
  const left = job.secondsLeft ? words.jobs.left(seconds(job.secondsLeft)) : "";
  text("[data-fill=share]", known && !isOver(job) ? `${words.jobs.doneOf(job.done, job.total, percent(job.done / job.total, 0))}${left}` : "");
  need("[data-do=cancel]").hidden = isOver(job);
  need("[data-do=retry]").hidden = job.state !== "failed" || job.kind === "import";
  const note = job.state === "failed" ? "note note-bad" : "note";
  need("[data-job-failure]").replaceChildren(...(job.failure === null ? [] : [el("p", { class: note }, job.failure)]));
  const log = need(".log");
  const atEnd = log.scrollHeight - log.scrollTop - log.clientHeight < 24;
  log.textContent = (job.log ?? []).map(({ at, line }) => `${clockTime(at)}  ${line}`).join("\n") || words.jobs.nothingLogged;
  if (atEnd) log.scrollTop = log.scrollHeight;
}

async function retryJob(id: number): Promise<void> {
  try {
    await api.post(`/api/jobs/${id}/retry`);
    watch(id);
  } catch (error) {
    toast("warning", asProblem(error).detail);
  }
}

export async function cancelJob(id: number): Promise<void> {
  try {
    await api.delete(`/api/jobs/${id}`);
    toast("close", words.jobs.stops);
  } catch (error) {
    toast("warning", asProblem(error).detail);
  }
}
