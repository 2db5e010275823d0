import { api } from "./api";
import { asProblem } from "./problem";
import type { Job } from "./types";

const EVERY = 700;

export function isOver(job: Job): boolean {
  return job.state === "done" || job.state === "failed" || job.state === "cancelled";
}

/** Reads a job until it is over. A network cut does not end the watch; a job that is gone does. */
export async function watchJob(id: number, show: (job: Job) => void): Promise<Job> {
  for (;;) {
    try {
      const job = await api.get<Job>(`/api/jobs/${id}`);
      show(job);
      if (isOver(job)) return job;
    } catch (error) {
      if (!asProblem(error).unreachable) throw error;
    }
    await new Promise((go) => setTimeout(go, EVERY));
  }
}
