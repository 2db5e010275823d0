import { words } from "../messages/words";
import { el, setShare } from "../shared/dom";
import { bytes, clockTime, seconds } from "../shared/format";

/** A process that takes jobs; what it has not told of itself is null. */
export interface Worker {
  name: string;
  host: string | null;
  process: number | null;
  since: string | null;
  seen: string;
  silent: boolean;
  memory: number | null;
  machineMemory: number | null;
  jobs: { job: number; title: string; stage: string; project: string | null }[];
}

/** One card each: which process it is, what it does now, and what it holds of its machine. */
export function showWorkers(place: HTMLElement, workers: Worker[] | undefined): void {
  place.hidden = workers === undefined || workers.length === 0;
  place.replaceChildren(...(workers ?? []).map(card));
}

function card(worker: Worker): HTMLElement {
  const ago = Math.max(0, Date.now() - Date.parse(worker.seen)) / 1000;
  return el(
    "li",
    { class: "card worker", "data-worker": worker.name },
    el("div", { class: "row" }, el("span", { class: worker.silent ? "dot dot-bad" : "dot" }), el("h2", { class: "clip" }, worker.host ?? worker.name), el("span", { class: "end t12 t3 nowrap" }, worker.silent ? words.jobs.lastSeen(clockTime(worker.seen)) : words.jobs.seen(seconds(ago)))),
    worker.process !== null && worker.since !== null && el("p", { class: "t12 t3" }, words.jobs.process(worker.process, clockTime(worker.since))),
    ...now(worker),
    worker.memory !== null && worker.machineMemory !== null && memory(worker.memory, worker.machineMemory),
  );
}

function now({ silent, jobs }: Worker): HTMLElement[] {
  if (silent) return [el("p", { class: "t2" }, words.jobs.silent)];
  if (jobs.length === 0) return [el("p", { class: "t2" }, words.jobs.waits)];
  return jobs.map(({ job, title, stage, project }) =>
    el("p", { class: "t2 clip", title: project }, el("a", { class: "m", href: `/jobs/${job}` }, title), stage === "" ? "" : `, ${stage}`),
  );
}

function memory(held: number, machine: number): HTMLElement {
  const bar = el("i");
  setShare(bar, held / machine);
  return el("div", { class: "row t12" }, el("span", { class: "t3" }, words.jobs.memory), el("span", { class: "progress" }, bar), el("span", { class: "t2 nowrap" }, words.jobs.memoryOf(bytes(held), bytes(machine))));
}
