import { ChartCard } from "../charts/chart-card";
import { api } from "../shared/api";
import { need } from "../shared/dom";
import { classCurves } from "./class-curves";
import { learningCurve } from "./curve";
import type { LearningCurve, Over } from "./curve-data";

/** The learning curve with its two choices: all classes or each by itself, over labels or over minutes. */
export class CurveCard {
  private readonly root = need("[data-chart=learning-curve]");
  private readonly card = new ChartCard(this.root);
  private curve: LearningCurve | null = null;
  private over: Over = "labels";
  private byClass = false;

  constructor(private readonly project: number) {
    this.choice("data-curve-of", (value) => (this.byClass = value === "class"));
    this.choice("data-curve-over", (value) => (this.over = value as Over));
  }

  /** Reads it anew. */
  refresh(): Promise<void> {
    return this.card.fill(
      () => api.get<LearningCurve>(`/api/projects/${this.project}/learning-curve`),
      (curve) => {
        this.curve = curve;
        // A choice is offered where there is one.
        need("[data-choice=of]", this.root).hidden = curve.classes.length === 0;
        need("[data-choice=over]", this.root).hidden = !curve.rounds.some(({ minutes }) => minutes !== null && minutes > 0);
        return this.picture(curve);
      },
    );
  }

  private picture(curve: LearningCurve): ReturnType<typeof learningCurve> {
    return this.byClass && curve.classes.length > 0 ? classCurves(curve, this.over) : learningCurve(curve, this.over);
  }

  private choice(attribute: string, chosen: (value: string | null) => void): void {
    const buttons = [...this.root.querySelectorAll<HTMLElement>(`[${attribute}]`)];
    for (const button of buttons) {
      button.addEventListener("click", () => {
        chosen(button.getAttribute(attribute));
        for (const each of buttons) each.setAttribute("aria-pressed", String(each === button));
        if (this.curve !== null) this.card.show(this.picture(this.curve));
      });
    }
  }
}
