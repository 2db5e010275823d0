import { api } from "../shared/api";
import { need } from "../shared/dom";
import { asProblem } from "../shared/problem";

/** The settings: what a press does beyond a form. */
export function startSettings(root: HTMLElement): void {
  const project = root.dataset["project"];
  const button = document.querySelector<HTMLButtonElement>("[data-do=take-back]");
  button?.addEventListener("click", () => void takeBack(button, `/api/projects/${project}/automatic-labels`));
}

async function takeBack(button: HTMLButtonElement, path: string): Promise<void> {
  button.disabled = true;
  try {
    await api.delete(path);
    // Without what a form may have left in the address; the page then says what was taken back.
    location.assign(location.pathname);
  } catch (error) {
    const failure = need("[data-take-back-failure]");
    failure.hidden = false;
    failure.textContent = asProblem(error).detail;
    button.disabled = false;
  }
}
