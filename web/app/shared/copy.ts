import { words } from "../messages/words";
import { need } from "./dom";
import { toast } from "./toast";

/** Buttons that put a text of the page on the clipboard. */
export function startCopying(): void {
  for (const button of document.querySelectorAll<HTMLElement>("[data-copies]")) {
    button.addEventListener("click", () => {
      const content = need(`#${button.dataset["copies"]}`).textContent ?? "";
      navigator.clipboard.writeText(content.trim()).then(
        () => toast("copy", words.shared.copied),
        () => toast("warning", words.shared.cannotCopy),
      );
    });
  }
}
