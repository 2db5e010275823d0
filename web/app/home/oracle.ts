import { words } from "../messages/words";
import { api } from "../shared/api";
import { asProblem } from "../shared/problem";
import { toast } from "../shared/toast";

/** In the demo an oracle may label instead of a person: off, slow or fast. */
export function startOracle(project: number): void {
  const buttons = [...document.querySelectorAll<HTMLButtonElement>("[data-oracle]")];
  if (buttons.length === 0) return;
  for (const button of buttons) {
    button.addEventListener("click", () => void choose(project, button, buttons));
  }
  void showCurrent(project, buttons);
}

async function showCurrent(project: number, buttons: HTMLButtonElement[]): Promise<void> {
  try {
    const { perMinute } = await api.get<{ perMinute: number }>(`/api/projects/${project}/demo/oracle`);
    for (const button of buttons) button.setAttribute("aria-pressed", String(Number(button.dataset["oracle"]) === perMinute));
  } catch {
    // Which speed is pressed is not worth a message; pressing one tells.
  }
}

async function choose(project: number, chosen: HTMLButtonElement, all: HTMLButtonElement[]): Promise<void> {
  const perMinute = Number(chosen.dataset["oracle"]);
  try {
    await api.post(`/api/projects/${project}/demo/oracle`, { perMinute });
    for (const button of all) button.setAttribute("aria-pressed", String(button === chosen));
    toast("auto", perMinute === 0 ? words.home.oracleStopped : words.home.oracleLabels(perMinute));
  } catch (error) {
    toast("warning", asProblem(error).detail);
  }
}
