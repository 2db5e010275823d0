import { words } from "../messages/words";
import { api } from "../shared/api";
import { need } from "../shared/dom";
import { asProblem } from "../shared/problem";
import { watchJob } from "../shared/watch-job";
import { startQuality } from "./quality";

interface Preparation {
  ready: boolean;
  job: number | null;
}

/** One model: the one it is compared with, its publication, which is a job to watch, and its file. */
export function startModel(root: HTMLElement): void {
  const { project, model } = root.dataset;
  startQuality(Number(project), model ?? "");
  document.querySelector<HTMLSelectElement>("[data-compare]")?.addEventListener("change", (event) => {
    location.search = `?with=${(event.target as HTMLSelectElement).value}`;
  });
  const button = document.querySelector<HTMLButtonElement>("[data-do=publish]");
  button?.addEventListener("click", () => void publish(button, `/api/projects/${project}/models/${model}/publish`));
  const download = document.querySelector<HTMLButtonElement>("[data-do=download]");
  download?.addEventListener("click", () => void fetchFile(download, `/api/projects/${project}/models/${model}/download`));
}

/** A worker makes the file where there is none; then the browser fetches it like any other. */
async function fetchFile(button: HTMLButtonElement, path: string): Promise<void> {
  const saying = need("[data-download-saying]");
  const say = (text: string, bad = false): void => {
    saying.textContent = text;
    saying.hidden = text === "";
    saying.classList.toggle("note-bad", bad);
  };
  button.disabled = true;
  try {
    const { job } = await api.post<Preparation>(path);
    if (job !== null) {
      say(words.project.fileIsMade);
      const ended = await watchJob(job, ({ stage }) => say(stage === "" ? words.project.fileWaits : words.project.fileIsAt(stage)));
      if (ended.state !== "done") {
        say(ended.failure ?? words.project.fileCancelled, true);
        return;
      }
    }
    say("");
    location.assign(path);
  } catch (error) {
    say(asProblem(error).detail, true);
  } finally {
    button.disabled = false;
  }
}

async function publish(button: HTMLButtonElement, path: string): Promise<void> {
  button.disabled = true;
  try {
    const { job } = await api.post<{ job: number }>(path);
    location.assign(`/jobs/${job}`);
  } catch (error) {
    const failure = need("[data-publish-failure]");
    failure.hidden = false;
    failure.textContent = asProblem(error).detail;
    button.disabled = false;
  }
}
