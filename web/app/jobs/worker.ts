import { words } from "../messages/words";
import { el, icon } from "../shared/dom";
import { clockTime } from "../shared/format";

/** The worker process that this web server keeps beside itself. */
export interface WorkerProcess {
  phase: "elsewhere" | "running" | "dead";
  process: number | null;
  since: string | null;
  deaths: number;
  lastDeath: string | null;
  nextAt: string | null;
}

/** Says whether the worker process has died; what is said stays in place until it is no longer true. */
export function showWorker(place: HTMLElement, worker: WorkerProcess | undefined): void {
  const said = sentence(worker);
  if (place.textContent?.trim() === said) return;
  const dead = worker?.phase === "dead";
  const line = dead ? el("p", { class: "note" }, icon("warning"), el("span", {}, said)) : el("p", { class: "t2" }, said);
  place.replaceChildren(...(said === "" ? [] : [line]));
}

function sentence(worker: WorkerProcess | undefined): string {
  if (worker === undefined || worker.phase === "elsewhere" || worker.since === null) return "";
  if (worker.phase === "dead") {
    const next = worker.nextAt === null ? null : clockTime(worker.nextAt);
    return words.jobs.workerDied(clockTime(worker.since), String(worker.lastDeath), next);
  }
  return worker.lastDeath === null ? "" : words.jobs.oneBeforeDied(worker.lastDeath);
}
