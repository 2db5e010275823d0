import { count, counted } from "../../shared/format";

export const jobs = {
  states: { waiting: "waiting", running: "running", done: "done", failed: "failed", cancelled: "cancelled" },
  counts: (running: number, waiting: number, failed: number) =>
    `${count(running)} running, ${count(waiting)} waiting, ${count(failed)} failed`,
  cancel: "Cancel",
  log: "Log",
  byItself: "by itself",
  underASecond: "under 1 s",
  left: (time: string) => `, about ${time} left`,
  doneOf: (done: number, total: number, share: string) => `${count(done)} of ${count(total)}, ${share}`,
  nothingLogged: "Nothing logged yet.",
  stops: "The job stops at its next step",
  nextTry: (number: number, of: number, time: string) => `Try ${number} of ${of} at ${time}`,
  failedBefore: "Failed before it began",
  failedAt: (stage: string) => `Failed at: ${stage}`,
  cancelledBefore: "Cancelled before it began",
  cancelledAt: (stage: string) => `Cancelled at: ${stage}`,
  keptNotPublished: "Model kept, not published: it is worse than the one that serves",
  taken: (n: number) => `${counted(n, "image")} taken into the pool`,
  modelPublished: (queue: number) => `Model published, ${counted(queue, "image")} in its queue`,
  queuePublished: (queue: number) => `Queue published: ${counted(queue, "image")}`,
  workerDied: (at: string, why: string, next: string | null) =>
    `The worker process died at ${at}: ${why}. Another starts ${next === null ? "soon" : `at ${next}`}; until then jobs wait, and labelling goes on.`,
  oneBeforeDied: (why: string) => `The worker process before this one died: ${why}.`,
  process: (process: number, since: string) => `Process ${process}, since ${since}`,
  seen: (ago: string) => `seen ${ago} ago`,
  lastSeen: (at: string) => `last seen ${at}`,
  silent: "Silent. Others take its jobs over.",
  waits: "Waits for a job",
  memory: "Memory",
  memoryOf: (held: string, machine: string) => `${held} of ${machine}`,
};
