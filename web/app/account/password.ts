import { words } from "../messages/words";
/** Shows what is typed as a password, and says at once when the second one differs. */
export function startPasswords(): void {
  for (const box of document.querySelectorAll<HTMLInputElement>("[data-shows-passwords]")) {
    box.addEventListener("change", () => {
      for (const field of box.form?.querySelectorAll<HTMLInputElement>("[data-password]") ?? []) {
        field.type = box.checked ? "text" : "password";
      }
    });
  }
  for (const second of document.querySelectorAll<HTMLInputElement>("[data-repeats]")) {
    const first = second.form?.querySelector<HTMLInputElement>(`#${second.dataset["repeats"]}`);
    const check = (): void => {
      const differs = second.value !== "" && first?.value !== second.value;
      second.setCustomValidity(differs ? words.shared.passwordsDiffer : "");
    };
    second.addEventListener("input", check);
    first?.addEventListener("input", check);
  }
}
