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

/** Says whether anybody works on the jobs; what is said stays in place until it is no longer true. */
export function showWorker(place: HTMLElement, worker: WorkerProcess | undefined): void {
  const words = sentence(worker);
  if (place.textContent?.trim() === words) return;
  const dead = worker?.phase === "dead";
  const said = dead ? el("p", { class: "note" }, icon("warning"), el("span", {}, words)) : el("p", { class: "t2" }, words);
  place.replaceChildren(...(words === "" ? [] : [said]));
}

function sentence(worker: WorkerProcess | undefined): string {
  if (worker === undefined || worker.phase === "elsewhere" || worker.since === null) return "";
  if (worker.phase === "dead") {
    const next = worker.nextAt === null ? "soon" : `at ${clockTime(worker.nextAt)}`;
    return `The worker process died at ${clockTime(worker.since)}: ${worker.lastDeath}. Another starts ${next}; until then jobs wait, and labelling goes on.`;
  }
  const before = worker.lastDeath === null ? "" : ` The one before died: ${worker.lastDeath}.`;
  return `Worker process ${worker.process}, running since ${clockTime(worker.since)}.${before}`;
}
