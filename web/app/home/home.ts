import { words } from "../messages/words";
import { api } from "../shared/api";
import { onChange } from "../shared/changes";
import { el, need, setPart, setShare, text } from "../shared/dom";
import { count, minutes, percent, tenths } from "../shared/format";
import { asProblem } from "../shared/problem";
import { toast } from "../shared/toast";
import { labelsLeft, type Doubts, type Job, type ProjectStatus, type Stopping } from "../shared/types";
import { showAutomatic } from "./automatic";
import { CurveCard } from "./curve-card";
import { startOracle } from "./oracle";
import { showRound } from "./round";
import { RoutesCard } from "./routes";

/** However much happens: the numbers of a large pool take a moment to count. */
const AT_MOST_EVERY = 2000;

/** The numbers of a project, kept fresh while the page is open. */
class Home {
  private readonly project: number;
  private status: ProjectStatus;
  private readonly curve: CurveCard;
  private readonly routes: RoutesCard;
  private drawn = "";
  private asked = 0;
  private again: number | undefined;

  constructor(root: HTMLElement) {
    this.project = Number(root.dataset["project"]);
    this.status = JSON.parse(root.dataset["status"] ?? "{}") as ProjectStatus;
    this.curve = new CurveCard(this.project);
    this.routes = new RoutesCard(this.project);
  }

  start(): void {
    this.show();
    document.querySelector("[data-do=train]")?.addEventListener("click", () => void this.train());
    document.querySelector("[data-do=cancel-next]")?.addEventListener("click", () => void this.cancelNext());
    onChange(this.project, () => this.soon());
    startOracle(this.project);
  }

  private soon(): void {
    window.clearTimeout(this.again);
    const wait = Math.max(0, this.asked + AT_MOST_EVERY - performance.now());
    this.again = window.setTimeout(() => void this.refresh(), wait);
  }

  private async refresh(): Promise<void> {
    this.asked = performance.now();
    try {
      const before = this.status.model?.number;
      this.status = await api.get<ProjectStatus>(`/api/projects/${this.project}/status`);
      const now = this.status.model?.number;
      if (now !== undefined && now !== before) toast("model", words.home.modelIsHere(now, this.status.queue));
      this.show();
    } catch {
      // The page keeps the last numbers it had; the next change brings another try.
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
    if (s.images === 0) void this.showFilling();
    const place = need(".doubt-left");
    place.hidden = s.doubts === null || !s.doubts.apart;
    if (s.doubts === null || !s.doubts.apart) return;
    const model = shareOfModel(s.doubts);
    setPart(need(".fill-model", place), model);
    setPart(need(".fill-data", place), 1 - model);
    text("[data-fill=model-share]", percent(model, 0));
    text("[data-fill=data-share]", percent(1 - Number(model.toFixed(2)), 0));
  }

  /** Images that are on their way: it would be odd to be asked for some. */
  private async showFilling(): Promise<void> {
    try {
      const { items } = await api.get<{ items: Job[] }>(`/api/projects/${this.project}/jobs`);
      const job = items.find(({ kind, state }) => ["import", "demo"].includes(kind) && ["waiting", "running"].includes(state));
      if (job === undefined || this.status.images > 0) return;
      text("[data-fill=advice]", words.home.imagesCome);
      text("[data-fill=advice-detail]", words.home.imagesComeBy(job.title, job.state === "running"));
    } catch {
      // What stands there is true as well.
    }
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
    const { rounds, labelled, newLabels, model, round, routes } = this.status;
    this.routes.show(routes, model?.number ?? null);
    const none = !rounds.some(({ accuracy }) => accuracy !== null);
    need("[data-next-round-card]").hidden = none || round !== null;
    need(".curve-empty").hidden = !none;
    for (const part of document.querySelectorAll<HTMLElement>(".curve-place, .curve-tools")) part.hidden = none;
    const shown = [rounds.length, labelled, newLabels].join();
    if (none || shown === this.drawn) return;
    this.drawn = shown;
    void this.curve.refresh();
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
  if (s.stopping !== null) return words.home.stopping[s.stopping.verdict];
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
  const said = s.stopping === null ? costOf100(s) : `${whatNext(s.stopping)} `;
  if (s.doubts !== null) return `${said}${doubtLeft(s.doubts)}`;
  if (s.accuracy === null) {
    return `${said}${words.home.controlComes}`;
  }
  return `${said}${words.home.isRight(s.model.number, percent(s.accuracy.value), range(s.accuracy.low, s.accuracy.high))}`;
}

/** The reason of the advice: what the next labels are likely to bring, or why nobody can tell yet. */
function whatNext({ verdict, controlImages, next }: Stopping): string {
  if (verdict === "too_early") return words.home.stopping.fewControlImages(controlImages);
  const gain = next.gain;
  const time = next.minutes === null ? null : minutes(next.minutes);
  return words.home.stopping.next(next.labels, time, (100 * gain.value).toFixed(1), range(gain.low, gain.high));
}

function doubtLeft(doubts: Doubts): string {
  if (!doubts.apart) return words.home.notApart;
  const model = Math.round(100 * shareOfModel(doubts));
  return words.home.doubtLeft(model, 100 - model);
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
