import { words } from "../messages/words";
import { api } from "../shared/api";
import { need, text } from "../shared/dom";
import { asProblem } from "../shared/problem";
import { LabelList } from "./label-list";

/** A new project: its name, its labels, then on to the images. */
class Wizard {
  private readonly steps = [...document.querySelectorAll<HTMLElement>("[data-step]")];
  private readonly marks = [...document.querySelectorAll<HTMLElement>(".wizard-steps li")];
  private readonly labels = new LabelList(need(".label-box > ol"), need<HTMLInputElement>("#label"), (twice) =>
    this.showError("labels", twice === undefined ? "" : words.project.isThereAlready(twice)),
  );
  private place = 0;

  start(root: HTMLElement): void {
    need("form", root).addEventListener("submit", (event) => {
      event.preventDefault();
      if (this.place === 0) this.leaveName();
      else void this.create();
    });
    need("[data-do=back]").addEventListener("click", () => this.go(0));
    const share = need<HTMLSelectElement>("#control-share");
    share.addEventListener("change", () => text("[data-fill=share]", share.selectedOptions[0]?.dataset["words"] ?? ""));
  }

  private name(): string {
    return need<HTMLInputElement>("#name").value.trim();
  }

  private leaveName(): void {
    if (this.name() === "") this.showError("name", words.project.nameNeeded);
    else this.go(1);
  }

  private go(place: number): void {
    this.place = place;
    this.steps.forEach((step, i) => (step.hidden = i !== place));
    this.marks.forEach((mark, i) => {
      mark.classList.toggle("done", i < place);
      mark.toggleAttribute("aria-current", i === place);
    });
    need<HTMLInputElement>(place === 0 ? "#name" : "#label").focus();
  }

  private async create(): Promise<void> {
    this.labels.take(need<HTMLInputElement>("#label").value);
    if (this.labels.names.length < 2) {
      this.showError("labels", words.project.twoLabels);
      return;
    }
    const button = need<HTMLButtonElement>("[data-do=create]");
    button.disabled = true;
    try {
      const { id } = await api.post<{ id: number }>("/api/projects", {
        name: this.name(),
        task: "classification",
        classes: this.labels.names,
        settings: { controlShare: Number(need<HTMLSelectElement>("#control-share").value) },
      });
      location.assign(`/projects/${id}/import`);
    } catch (error) {
      button.disabled = false;
      const problem = asProblem(error);
      const aboutName = problem.code.includes("name") || /name/i.test(problem.title);
      if (aboutName) this.go(0);
      this.showError(aboutName ? "name" : "labels", problem.detail);
    }
  }

  private showError(field: "name" | "labels", message: string): void {
    const place = need(`#${field}-error`);
    place.textContent = message;
    place.hidden = message === "";
    need(field === "name" ? "#name" : "#label").setAttribute("aria-invalid", String(message !== ""));
  }
}

export function startWizard(root: HTMLElement): void {
  new Wizard().start(root);
}
