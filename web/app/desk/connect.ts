import { need } from "../shared/dom";
import type { Desk } from "./desk";
import { asActions } from "./desk-actions";
import { listenToKeys } from "./keys";

/** Gives the page's buttons and the keyboard to the desk. */
export function connect(desk: Desk): void {
  const actions = asActions(desk);
  const { adjust } = desk.stage;
  for (const button of document.querySelectorAll<HTMLElement>("[data-do]")) {
    const act = actions[button.dataset["do"] as keyof typeof actions];
    button.addEventListener("click", () => act?.());
  }
  need(".saved").addEventListener("click", () => desk.outbox.dismissRefusals());
  need("#flag-form").addEventListener("submit", () => {
    desk.answer("flagged", undefined, need<HTMLTextAreaElement>("#flag-note").value.trim() || undefined);
    // The next image is asked: no button of the last one keeps the focus.
    setTimeout(() => (document.activeElement as HTMLElement | null)?.blur());
  });
  listenToKeys({
    map: () => desk.keys.map,
    label: (label) => {
      desk.labels.press(label);
      desk.choose(label);
    },
    action: actions,
    released: () => adjust.release(),
    arrow: (direction) => {
      if (adjust.held === undefined) return false;
      adjust.step(direction);
      return true;
    },
  });
}
