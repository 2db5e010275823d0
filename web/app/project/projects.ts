import { api } from "../shared/api";
import { need } from "../shared/dom";
import { asProblem } from "../shared/problem";
import { toast } from "../shared/toast";

/** The list of projects: find by name, and the demo where nothing is there yet. */
export function startProjects(): void {
  const find = document.querySelector<HTMLInputElement>("#find-project");
  find?.addEventListener("input", () => {
    const wanted = find.value.trim().toLowerCase();
    for (const row of document.querySelectorAll<HTMLElement>("[data-project-name]")) {
      row.hidden = !(row.dataset["projectName"] ?? "").toLowerCase().includes(wanted);
    }
  });
  document.addEventListener("keydown", (event) => {
    if (event.key !== "/" || event.target instanceof HTMLInputElement || find === null) return;
    event.preventDefault();
    find.focus();
  });
  for (const button of document.querySelectorAll<HTMLButtonElement>("[data-do=demo]")) {
    button.addEventListener("click", () => void startDemo(button));
  }
}

async function startDemo(button: HTMLButtonElement): Promise<void> {
  button.disabled = true;
  try {
    const { project, job } = await api.post<{ project: number; job: number }>("/api/demo");
    location.assign(`/projects/${project}/import?job=${job}`);
  } catch (error) {
    toast("warning", asProblem(error).detail);
    need<HTMLButtonElement>("[data-do=demo]").disabled = false;
  }
}
