import { api } from "../shared/api";
import { need } from "../shared/dom";
import { asProblem } from "../shared/problem";

/** One model: the one it is compared with, and its publication, which is a job to watch. */
export function startModel(root: HTMLElement): void {
  const { project, model } = root.dataset;
  document.querySelector<HTMLSelectElement>("[data-compare]")?.addEventListener("change", (event) => {
    location.search = `?with=${(event.target as HTMLSelectElement).value}`;
  });
  const button = document.querySelector<HTMLButtonElement>("[data-do=publish]");
  button?.addEventListener("click", () => void publish(button, `/api/projects/${project}/models/${model}/publish`));
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
