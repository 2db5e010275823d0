import { ChartCard } from "../charts/chart-card";
import { words } from "../messages/words";
import { api } from "../shared/api";
import { el, need, setPart, setShare, text } from "../shared/dom";
import { count, minutes, percent, tenths } from "../shared/format";
import { asProblem } from "../shared/problem";
import { toast } from "../shared/toast";
import { labelsLeft, type Doubts, type ProjectStatus } from "../shared/types";
import { showAutomatic } from "./automatic";
import { learningCurve, measured } from "./curve";
import { startOracle } from "./oracle";
import { showRound } from "./round";

const EVERY = 3000;

/** The numbers of a project, kept fresh while the page is open. */
class Home {
  private readonly project: number;
  private status: ProjectStatus;
  private readonly curve = new ChartCard(need("[data-chart=learning-curve]"));
  private drawn = "";

  constructor(root: HTMLElement) {
    this.project = Number(root.dataset["project"]);
    this.status = JSON.parse(root.dataset["status"] ?? "{}") as ProjectStatus;
  }

  start(): void {
    this.show();
    document.querySelector("[data-do=train]")?.addEventListener("click", () => void this.train());
    document.querySelector("[data-do=cancel-next]")?.addEventListener("click", () => void this.cancelNext());
    window.setInterval(() => void this.refresh(), EVERY);
    startOracle(this.project);
  }

  private async refresh(): Promise<void> {
    if (document.visibilityState !== "visible") return;
    try {
      const before = this.status.model?.number;
      this.status = await api.get<ProjectStatus>(`/api/projects/${this.project}/status`);
      const now = this.status.model?.number;
      if (now !== undefined && now !== before) toast("model", words.home.modelIsHere(now, this.status.queue));
      this.show();
    } catch {
      // The page keeps the last numbers it had; the next try is in three seconds.
    }
  }

  private async train(): Promise<void> {
    const button = need<HTMLButtonElement>("[data-do=train]");
    button.disabled = true;
    try {
      const answer = await api.post<{ follows: boolean; message: string }>(`/api/projects/${this.project}/rounds`);
      if (answer.follows) toast("clock", answer.message);
      await this.refresh();
    } catch (error) {
      text("[data-fill=why-not]", asProblem(error).detail);
      button.disabled = false;
    }
  }

  private async cancelNext(): Promise<void> {
    try {
      await api.delete(`/api/projects/${this.project}/rounds/next`);
      toast("clock", words.home.noOther);
      await this.refresh();
    } catch (error) {
      text("[data-fill=why-not]", asProblem(error).detail);
    }
  }

  private show(): void {
    const s = this.status;
    this.showAdvice();
    this.showKept();
    this.showCounts();
    showAutomatic(this.status.automatic);
    this.showTraining();
    this.showCurve();
    void showRound(s.round);
  }

  private showAdvice(): void {
    const s = this.status;
    for (const way of document.querySelectorAll<HTMLElement>("[data-when]")) way.hidden = (way.dataset["when"] === "empty") !== (s.images === 0);
    text("[data-fill=advice]", headline(s));
    text("[data-fill=advice-detail]", detail(s));
    const place = need(".doubt-left");
    place.hidden = s.doubts === null || !s.doubts.apart;
    if (s.doubts === null || !s.doubts.apart) return;
    const model = shareOfModel(s.doubts);
    setPart(need(".fill-model", place), model);
    setPart(need(".fill-data", place), 1 - model);
    text("[data-fill=model-share]", percent(model, 0));
    text("[data-fill=data-share]", percent(1 - Number(model.toFixed(2)), 0));
  }

  private showKept(): void {
    const { kept, model } = this.status;
    need("[data-kept]").hidden = kept === null;
    if (kept === null) return;
    text("[data-fill=kept]", words.home.kept(kept.model, kept.sentence, model?.number ?? ""));
  }

  private showCounts(): void {
    const s = this.status;
    const accuracy = need("[data-figure=accuracy]");
    accuracy.classList.toggle("figure-short", s.accuracy === null);
    const value = need(".value", accuracy);
    if (s.accuracy === null) {
      value.textContent = words.home.notMeasured;
      text(".note-line", s.model === null || s.controlLabelled === null ? words.home.noModelYet : words.home.controlLabels(s.controlLabelled), accuracy);
    } else {
      value.replaceChildren((s.accuracy.value * 100).toFixed(1), el("small", {}, "%"));
      // Whole tens for those who must not tell the arms apart.
      const measured = s.controlImages !== null ? words.home.controlImages(s.accuracy.n) : s.accuracy.n === 0 ? words.home.fewControlImages : words.home.aboutControlImages(s.accuracy.n);
      text(".note-line", `${range(s.accuracy.low, s.accuracy.high)}, ${measured}`, accuracy);
    }
    text("[data-fill=labels]", count(s.labelled));
    text(
      "[data-fill=labels-note]",
      s.controlLabelled === null ? words.home.toTrainAndMeasure : words.home.trainAndControl(s.labelled - s.controlLabelled, s.controlLabelled),
    );
    const time = need("[data-fill=time]");
    const whole = Math.round(s.expertMinutes);
    time.replaceChildren(
      ...(whole < 60
        ? [count(whole), el("small", {}, words.home.minutes)]
        : [count(Math.floor(whole / 60)), el("small", {}, words.home.hours), ` ${whole % 60}`, el("small", {}, words.home.minutes)]),
    );
    text(
      "[data-fill=time-note]",
      s.answers > 0 ? words.home.answersAt(s.answers, tenths((s.expertMinutes * 60) / s.answers)) : words.home.noAnswers,
    );
    text("[data-fill=unclear]", count(s.cannotTell));
    text("[data-fill=flagged-note]", words.home.flagged(s.flagged));
    text("[data-fill=images]", count(s.images));
    text("[data-fill=images-note]", words.home.unanswered(s.waiting));
    text("[data-fill=queue]", count(s.queue));
    text("[data-fill=queue-note]", s.model === null ? words.home.typicalFirst : words.home.inOrderOf(s.model.number));
  }

  private showTraining(): void {
    const s = this.status;
    const reason = whyNoRound(s);
    need<HTMLButtonElement>("[data-do=train]", document).disabled = reason !== "";
    text("[data-fill=why-not]", reason);
    text("[data-fill=next-round]", s.next.sentence);
    text("[data-fill=next-round-note]", s.model === null && s.round === null ? words.home.newLabelsSoFar(s.newLabels) : words.home.newLabelsSince(s.newLabels));
    const byHand = document.querySelector<HTMLElement>("[data-do=cancel-next]");
    if (byHand !== null) byHand.hidden = s.next.follows === null || s.next.follows === "labels";
    for (const bar of document.querySelectorAll<HTMLElement>("[data-next-round]")) {
      bar.hidden = s.retrainAfter === null;
      setShare(bar.querySelector("i"), s.newLabels / Math.max(1, s.retrainAfter ?? 1));
    }
  }

  private showCurve(): void {
    const points = measured(this.status.rounds);
    need("[data-next-round-card]").hidden = points.length === 0 || this.status.round !== null;
    const none = points.length === 0;
    need(".curve-empty").hidden = !none;
    need(".curve-place").hidden = none;
    need("[data-chart=learning-curve] .chart-tools").hidden = none;
    const shown = JSON.stringify([points, this.status.accuracy?.n]);
    if (none || shown === this.drawn) return;
    this.drawn = shown;
    this.curve.show(learningCurve(points, this.status.accuracy?.n));
  }
}

function shareOfModel({ model, data }: Doubts): number {
  return model + data === 0 ? 0 : model / (model + data);
}

function range(low: number, high: number): string {
  return words.home.range((low * 100).toFixed(1), (high * 100).toFixed(1));
}

function headline(s: ProjectStatus): string {
  if (s.images === 0) return words.home.noImages;
  if (s.model === null) {
    if (s.round !== null) return words.home.firstIsLearning;
    const left = labelsLeft(s);
    if (left === null) return words.home.noModel;
    return left > 0 ? words.home.labelsToFirst(left) : words.home.firstAboutToLearn;
  }
  if (s.queue === 0) return words.home.allAnswered;
  return words.home.imagesWait(s.queue);
}

function detail(s: ProjectStatus): string {
  if (s.images === 0) {
    return words.home.dropThem(s.retrainAfter);
  }
  if (s.model === null) {
    if (s.round !== null) return words.home.untilHere;
    if (s.retrainAfter === null) return words.home.untilFirst(s.next.sentence);
    return s.newLabels >= s.retrainAfter
      ? words.home.labelsAreIn(s.newLabels)
      : words.home.labelsOfAreIn(s.newLabels, s.retrainAfter);
  }
  const cost = costOf100(s);
  if (s.advice !== null && s.doubts !== null) return `${cost}${s.advice}`;
  if (s.accuracy === null) {
    return `${cost}${words.home.controlComes}`;
  }
  return `${cost}${words.home.isRight(s.model.number, percent(s.accuracy.value), range(s.accuracy.low, s.accuracy.high))}`;
}

function costOf100(s: ProjectStatus): string {
  if (s.answers === 0 || s.expertMinutes === 0) return "";
  const of100 = (s.expertMinutes / s.answers) * 100;
  return of100 < 1 ? words.home.costUnderMinute : words.home.cost(minutes(of100));
}

function whyNoRound(s: ProjectStatus): string {
  if (s.round !== null && s.next.follows !== null) return s.next.sentence;
  if (s.round !== null && s.round.state === "waiting") return words.home.aboutToBegin(s.round.number);
  if (s.images === 0) return words.home.nothingToLearnFrom;
  if (s.labelled - (s.controlLabelled ?? 0) === 0) return words.home.noLabelsToLearnFrom;
  return "";
}

export function startHome(root: HTMLElement): void {
  new Home(root).start();
}
