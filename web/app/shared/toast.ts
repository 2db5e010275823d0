import { el, icon } from "./dom";

const SECONDS_SHOWN = 6;

export interface ToastAction {
  name: string;
  act: () => void;
}

function place(): HTMLElement {
  const existing = document.querySelector<HTMLElement>(".toasts");
  if (existing !== null) return existing;
  const made = el("div", { class: "toasts", role: "status", "aria-live": "polite" });
  document.body.append(made);
  return made;
}

/** One line at the bottom, with at most one action; it goes by itself, or when the next one of its kind comes. */
export function toast(sign: string, message: string, action?: ToastAction): void {
  const line = el("div", { class: "toast", "data-sign": sign }, icon(sign, sign === "model" ? "ic-model" : ""), el("span", { class: "grow" }, message));
  if (action !== undefined) {
    line.append(
      el(
        "button",
        {
          type: "button",
          class: "btn btn-small",
          click: () => {
            line.remove();
            action.act();
          },
        },
        action.name,
      ),
    );
  }
  place().querySelector(`[data-sign="${sign}"]`)?.remove();
  place().append(line);
  setTimeout(() => line.remove(), SECONDS_SHOWN * 1000);
}
