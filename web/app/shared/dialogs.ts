import { need } from "./dom";

/** Dialogs open by a button that names them, and close by their own Keep button or Esc. */
export function startDialogs(): void {
  for (const opener of document.querySelectorAll<HTMLElement>("[data-opens]")) {
    opener.addEventListener("click", () => need<HTMLDialogElement>(`#${opener.dataset["opens"]}`).showModal());
  }
  for (const closer of document.querySelectorAll<HTMLElement>("[data-closes]")) {
    closer.addEventListener("click", () => closer.closest("dialog")?.close());
  }
  for (const field of document.querySelectorAll<HTMLInputElement>("[data-confirms]")) {
    const button = field.form?.querySelector<HTMLButtonElement>(".btn-danger");
    field.addEventListener("input", () => {
      if (button) button.disabled = field.value.trim() !== field.dataset["confirms"];
    });
  }
}
