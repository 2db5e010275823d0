import { api } from "../shared/api";
import { el, need, setPart, setShare, text } from "../shared/dom";
import { count, counted, minutes, percent } from "../shared/format";
import { asProblem } from "../shared/problem";
import { toast } from "../shared/toast";
import { labelsLeft, type Doubts, type ProjectStatus } from "../shared/types";
import { showAutomatic } from "./automatic";
import { drawCurve, measured } from "./curve";
import { startOracle } from "./oracle";
import { showRound } from "./round";

const EVERY = 3000;

/** The numbers of a project, kept fresh while the page is open. */
class Home {
  private readonly project: number;
  private status: ProjectStatus;

  constructor(root: HTMLElement) {
    this.project = Number(root.dataset["project"]);
    this.status = JSON.parse(root.dataset["status"] ?? "{}") as ProjectStatus;
  }

  start(): void {
    this.show();
    document.querySelector("[data-do=train]")?.addEventListener("click", () => void this.train());
    document.querySelector("[data-do=cancel-next]")?.addEventListener("click", () => void this.cancelNext());
    window.setInterval(() => void this.refresh(), EVERY);
    new ResizeObserver(() => this.showCurve()).observe(need(".curve-place"));
    startOracle(this.project);
  }

  private async refresh(): Promise<void> {
    if (document.visibilityState !== "visible") return;
    try {
      const before = this.status.model?.number;
      this.status = await api.get<ProjectStatus>(`/api/projects/${this.project}/status`);
      const now = this.status.model?.number;
      if (now !== undefined && now !== before) toast("model", `Model ${now} is here. ${counted(this.status.queue, "image")} in the new queue`);
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
      toast("clock", "No other round follows.");
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
    text("[data-fill=kept]", `Model ${kept.model} is kept but not published. ${kept.sentence} Model ${model?.number ?? ""} goes on serving, and so does its queue.`);
  }

  private showCounts(): void {
    const s = this.status;
    const accuracy = need("[data-figure=accuracy]");
    accuracy.classList.toggle("figure-short", s.accuracy === null);
    const value = need(".value", accuracy);
    if (s.accuracy === null) {
      value.textContent = "not measured yet";
      text(".note-line", s.model === null || s.controlLabelled === null ? "no model yet" : `${counted(s.controlLabelled, "control label")} so far`, accuracy);
    } else {
      value.replaceChildren((s.accuracy.value * 100).toFixed(1), el("small", {}, "%"));
      // Whole tens for those who must not tell the arms apart.
      const measured = s.controlImages !== null ? counted(s.accuracy.n, "control image") : s.accuracy.n === 0 ? "few control images" : `about ${counted(s.accuracy.n, "control image")}`;
      text(".note-line", `${range(s.accuracy.low, s.accuracy.high)}, ${measured}`, accuracy);
    }
    text("[data-fill=labels]", count(s.labelled));
    text(
      "[data-fill=labels-note]",
      s.controlLabelled === null ? "to train and to measure" : `${count(s.labelled - s.controlLabelled)} train · ${count(s.controlLabelled)} control`,
    );
    const time = need("[data-fill=time]");
    const whole = Math.round(s.expertMinutes);
    time.replaceChildren(
      ...(whole < 60
        ? [count(whole), el("small", {}, "min")]
        : [count(Math.floor(whole / 60)), el("small", {}, "h"), ` ${whole % 60}`, el("small", {}, "min")]),
    );
    text(
      "[data-fill=time-note]",
      s.answers > 0 ? `${counted(s.answers, "answer")} at ${((s.expertMinutes * 60) / s.answers).toFixed(1)} s` : "no answers yet",
    );
    text("[data-fill=unclear]", count(s.cannotTell));
    text("[data-fill=flagged-note]", `${count(s.flagged)} flagged`);
    text("[data-fill=images]", count(s.images));
    text("[data-fill=images-note]", `${count(s.waiting)} without an answer`);
    text("[data-fill=queue]", count(s.queue));
    text("[data-fill=queue-note]", s.model === null ? "typical images first, until a model learns" : `in the order of model ${s.model.number}`);
  }

  private showTraining(): void {
    const s = this.status;
    const reason = whyNoRound(s);
    need<HTMLButtonElement>("[data-do=train]", document).disabled = reason !== "";
    text("[data-fill=why-not]", reason);
    text("[data-fill=next-round]", s.next.sentence);
    text("[data-fill=next-round-note]", `${counted(s.newLabels, "new label")} ${s.model === null && s.round === null ? "so far" : "since the last round"}.`);
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
    const place = need(".curve-place");
    need(".curve-empty").hidden = points.length > 0;
    need("[data-fill=curve-say]").hidden = points.length === 0;
    if (points.length === 0) {
      place.replaceChildren();
      return;
    }
    const n = this.status.accuracy?.n;
    text(
      "[data-fill=curve-say]",
      `How often the model is right on ${n ? `${count(n)} control images` : "control images"}, drawn at random and never trained on. Grey band: 95 % interval.`,
    );
    place.replaceChildren(drawCurve(points, Math.max(320, Math.min(900, place.clientWidth))));
    need(".curve-table tbody").replaceChildren(
      ...points.map((p) =>
        el(
          "tr",
          {},
          el("td", {}, `Round ${p.number}`),
          el("td", { class: "right" }, count(p.trainingLabels)),
          el("td", { class: "right m" }, percent(p.accuracy)),
          el("td", { class: "right t2" }, range(p.low, p.high)),
        ),
      ),
    );
  }
}

function shareOfModel({ model, data }: Doubts): number {
  return model + data === 0 ? 0 : model / (model + data);
}

function range(low: number, high: number): string {
  return `${(low * 100).toFixed(1)} to ${(high * 100).toFixed(1)}`;
}

function headline(s: ProjectStatus): string {
  if (s.images === 0) return "No images yet.";
  if (s.model === null) {
    if (s.round !== null) return "The first model is learning.";
    const left = labelsLeft(s);
    if (left === null) return "No model yet.";
    return left > 0 ? `${counted(left, "label")} to the first model.` : "The first model is about to learn.";
  }
  if (s.queue === 0) return "Every image of the queue is answered.";
  return `${counted(s.queue, "image waits", "images wait")}, those first that teach most.`;
}

function detail(s: ProjectStatus): string {
  if (s.images === 0) {
    const later = s.retrainAfter === null ? "Some labels" : counted(s.retrainAfter, "label");
    return `Drop a folder or a ZIP file. ${later} later the first model tells you what it doubts.`;
  }
  if (s.model === null) {
    if (s.round !== null) return "Until it is here, images come at random.";
    if (s.retrainAfter === null) return `${s.next.sentence} Until the first model is here, images come at random.`;
    return s.newLabels >= s.retrainAfter
      ? `${counted(s.newLabels, "label")} are in. Until the first model is here, images come at random.`
      : `${count(s.newLabels)} of ${count(s.retrainAfter)} labels are in. Until then images come at random.`;
  }
  const cost = costOf100(s);
  if (s.advice !== null && s.doubts !== null) return `${cost}${s.advice}`;
  if (s.accuracy === null) {
    return `${cost}Images of the control arm come among the others; their labels measure how often the model is right.`;
  }
  return `${cost}Model ${s.model.number} is right on ${percent(s.accuracy.value)} of the control images, ${range(s.accuracy.low, s.accuracy.high)} with 95 % certainty.`;
}

function costOf100(s: ProjectStatus): string {
  if (s.answers === 0 || s.expertMinutes === 0) return "";
  const of100 = (s.expertMinutes / s.answers) * 100;
  return of100 < 1 ? "100 answers cost less than a minute. " : `100 answers cost about ${minutes(of100)}. `;
}

function whyNoRound(s: ProjectStatus): string {
  if (s.round !== null && s.next.follows !== null) return s.next.sentence;
  if (s.round !== null && s.round.state === "waiting") return `Round ${s.round.number} is about to begin.`;
  if (s.images === 0) return "There are no images to learn from.";
  if (s.labelled - (s.controlLabelled ?? 0) === 0) return "There are no labels to learn from yet.";
  return "";
}

export function startHome(root: HTMLElement): void {
  new Home(root).start();
}
