import { startFinding } from "../desk/find-label";
import type { KeyedLabel } from "../keys/key-map";
import { need } from "../shared/dom";

/** The dialog that asks for one of the project's labels: typing finds it, Enter or a press chooses it. */
export class LabelChoice {
  readonly names: readonly KeyedLabel[];
  readonly buttons: readonly HTMLButtonElement[];
  private readonly dialog = need<HTMLDialogElement>("#label-dialog");
  private chosen: (label: string) => void = () => undefined;

  constructor() {
    this.buttons = [...this.dialog.querySelectorAll<HTMLButtonElement>(".label-button")];
    this.names = this.buttons.map(({ dataset }) => ({ name: dataset["label"] ?? "", key: dataset["key"] ?? "" }));
    for (const button of this.buttons) {
      button.addEventListener("click", () => {
        this.dialog.close();
        this.chosen(button.dataset["label"] ?? "");
      });
    }
    startFinding();
  }

  ask(question: string, chosen: (label: string) => void): void {
    this.chosen = chosen;
    need("#label-title").textContent = question;
    this.dialog.showModal();
  }
}
