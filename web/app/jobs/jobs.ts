import { words } from "../messages/words";
import { api } from "../shared/api";
import { el, need, setShare, text } from "../shared/dom";
import { failureNote } from "../shared/failure";
import { percent, seconds } from "../shared/format";
import type { Job } from "../shared/types";
import { cancelJob } from "./job";
import { saying } from "./saying";
import { stateChip } from "./state-chip";
import { showWorker, type WorkerProcess } from "./worker";
import { showWorkers, type Worker } from "./workers";

interface ListedJob extends Job {
  projectName: string | null;
  startedBy: string | null;
  createdAt: string;
  startedAt: string | null;
  finishedAt: string | null;
}

const EVERY = 2000;

/** The newest jobs, kept fresh. */
export function startJobs(root: HTMLElement): void {
  const source = root.dataset["source"] ?? "/api/jobs";
  let wanted = "";
  for (const button of document.querySelectorAll<HTMLButtonElement>("[data-show-jobs]")) {
    button.addEventListener("click", () => {
      wanted = button.dataset["showJobs"] ?? "";
      for (const other of document.querySelectorAll("[data-show-jobs]")) other.setAttribute("aria-pressed", String(other === button));
      void refresh(source, wanted);
    });
  }
  void refresh(source, wanted);
  window.setInterval(() => {
    if (document.visibilityState === "visible") void refresh(source, wanted);
  }, EVERY);
}

async function refresh(source: string, wanted: string): Promise<void> {
  try {
    const { items, worker, workers } = await api.get<{ items: ListedJob[]; worker?: WorkerProcess; workers?: Worker[] }>(source);
    const of = (state: string): number => items.filter((job) => job.state === state).length;
    text("[data-fill=jobs]", words.jobs.counts(of("running"), of("waiting"), of("failed")));
    const shown = items.filter((job) => wanted === "" || job.state === wanted);
    need(".jobs tbody").replaceChildren(...shown.map(row));
    need("[data-no-jobs]").hidden = shown.length > 0;
    need("[data-jobs-failure]").replaceChildren();
    showWorker(need("[data-jobs-worker]"), worker);
    showWorkers(need("[data-workers]"), workers);
  } catch (error) {
    need("[data-jobs-failure]").replaceChildren(failureNote(error, () => void refresh(source, wanted)));
  }
}

function row(job: ListedJob): HTMLElement {
  const open = job.state === "running" || job.state === "waiting";
  const act = open
    ? el("button", { type: "button", class: "btn btn-small", click: () => void cancelJob(job.id) }, words.jobs.cancel)
    : el("a", { class: "btn btn-small", href: `/jobs/${job.id}` }, words.jobs.log);
  return el(
    "tr",
    {},
    el("td", {}, stateChip(job.state)),
    el("td", {}, el("a", { class: "m", href: `/jobs/${job.id}` }, job.title)),
    el("td", { class: "t2 wide" }, job.projectName ?? ""),
    el("td", { class: "wide nowrap" }, ...progress(job)),
    el("td", { class: "t2 wide" }, [saying(job), job.failure ?? ""].filter((part) => part !== "").join(". ")),
    el("td", { class: "t3 wide" }, job.startedBy ?? words.jobs.byItself),
    el("td", { class: "right t2 nowrap wide" }, took(job)),
    el("td", { class: "right" }, act),
  );
}

function progress(job: Job): (Node | string)[] {
  if (job.state !== "running" || job.total === 0) return [];
  const bar = el("i");
  setShare(bar, job.done / job.total);
  return [el("span", { class: "progress" }, bar), el("span", { class: "t3 t12" }, percent(job.done / job.total, 0))];
}

function took(job: ListedJob): string {
  if (job.startedAt === null) return "";
  const end = job.finishedAt === null ? Date.now() : Date.parse(job.finishedAt);
  const took = (end - Date.parse(job.startedAt)) / 1000;
  return took < 1 ? words.jobs.underASecond : seconds(took);
}
