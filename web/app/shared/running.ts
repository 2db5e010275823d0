import { words } from "../messages/words";
import { api } from "./api";
import { setShare, text } from "./dom";
import { roundShare } from "./round-steps";
import type { Job, ProjectStatus } from "./types";

const EVERY = 5000;

/** The running round in the bar of every page of a project. */
export function startRunning(): void {
  const place = document.querySelector<HTMLAnchorElement>(".running[data-project]");
  if (place === null) return;
  void refresh(place);
  window.setInterval(() => {
    if (document.visibilityState === "visible") void refresh(place);
  }, EVERY);
}

async function refresh(place: HTMLAnchorElement): Promise<void> {
  try {
    const { round } = await api.get<ProjectStatus>(`/api/projects/${place.dataset["project"]}/status`);
    const running = round !== null && (round.state === "running" || round.state === "waiting");
    place.hidden = !running;
    if (!running) return;
    text(".running-name", words.shared.round(round.number), place);
    place.setAttribute("aria-label", words.shared.roundIsRunning(round.number));
    if (round.job === null) return;
    place.href = `/jobs/${round.job}`;
    const job = await api.get<Job>(`/api/jobs/${round.job}`);
    setShare(place.querySelector(".progress > i"), roundShare(job));
  } catch {
    // An indicator does not complain; the page itself says when something fails.
  }
}
