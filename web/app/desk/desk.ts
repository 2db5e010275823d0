import { AfterPaint } from "../shared/after-paint";
import { need } from "../shared/dom";
import { whenLeft } from "../shared/leaving";
import { toast } from "../shared/toast";
import type { Outcome, ProjectStatus, QueueItem } from "../shared/types";
import { KeyChoice } from "../keys/key-choice";
import { KeyTable } from "../keys/key-table";
import { words } from "../messages/words";
import { connect } from "./connect";
import { fetchEarlier } from "./earlier";
import { startFinding } from "./find-label";
import { Held } from "./held";
import { HistoryStrip } from "./history";
import { Labels } from "./labels";
import { hideMessage, showFailure, showLoading, showNoImages, showNothingLeft, showOver, showPause } from "./messages";
import { NextSteps } from "./next-steps";
import { Outbox } from "./outbox";
import { OwnTime } from "./own-time";
import { Pace } from "./pace";
import { Progress } from "./progress";
import { showSaved } from "./saved";
import { SessionDialog } from "./session-dialog";
import { Sitting } from "./sitting";
import { Stage } from "./stage";
import { Supply } from "./supply";
import { showWhy } from "./why";

/** Within so many milliseconds an answer is mostly saved; what stands beside the image is then drawn once for it. */
const USUALLY_SAVED = 60;

/** The labelling page: what is pressed goes to the sitting, and what comes of it is shown. */
export class Desk {
  readonly stage = new Stage();
  readonly sitting: Sitting;
  readonly keys: KeyChoice;
  private readonly project: number;
  private readonly home: string;
  readonly outbox: Outbox;
  private readonly supply: Supply;
  private readonly pace = new Pace();
  private readonly progress: Progress;
  readonly labels = new Labels((label) => this.choose(label));
  private readonly strip = new HistoryStrip((past) => this.sitting.lookAt(past));
  private readonly startedAt = Date.now();
  private chosen: string | undefined;
  private paused = false;
  private stuck = false;
  private next: NextSteps | undefined;
  private readonly own: OwnTime;
  readonly session: SessionDialog;
  private readonly around = new AfterPaint(() => this.showAround(), USUALLY_SAVED);
  private readonly reason = new AfterPaint(() => showWhy(this.shown, this.progress.status, this.progress.since));

  constructor(readonly root: HTMLElement) {
    this.project = Number(root.dataset["project"]);
    this.home = `/projects/${this.project}/home`;
    this.outbox = new Outbox(this.project, `doubtless.outbox.${root.dataset["account"]}.${this.project}`);
    const isAsked = (image: number): boolean => this.sitting.current?.item.image === image;
    this.supply = new Supply(
      this.project,
      new Held(this.project, root.dataset["account"]),
      (image) => isAsked(image) || this.outbox.holds(image),
      () => this.pace.usual,
      () => this.own.room,
    );
    this.sitting = new Sitting(this.supply, this.outbox, this.pace, {
      asked: (image) => {
        this.stage.show(image);
        this.asked();
      },
      late: () => showLoading(),
      nothingLeft: () => this.nothingLeft(),
      failed: (error) => this.failed(error),
      changed: () => this.showAll(),
      say: (said) => this.say(said),
    });
    const status = JSON.parse(root.dataset["status"] ?? "{}") as ProjectStatus;
    this.progress = new Progress(this.project, status, (saved) => this.sitting.labelled(saved), () => this.onStatus());
    this.own = new OwnTime(root, this.project, this.pace, this.progress, () => this.sitting.answered);
    this.session = new SessionDialog(this.own, {
      opened: () => this.own.stop(),
      closed: () => {
        if (!this.paused && this.next === undefined) this.own.goOn();
        this.own.show();
      },
      begun: () => this.goOn(),
    });
    this.keys = new KeyChoice(root.dataset["keys"], this.labels.names, () => this.printKeys());
    this.outbox.onChange(() => this.onOutbox());
  }

  start(): void {
    connect(this);
    showSaved(need(".saved"), this.outbox);
    this.printKeys();
    new KeyTable(need(".keys"), this.keys);
    startFinding();
    void this.own
      .start()
      .then(() => this.sitting.advance())
      .then(() => this.recall());
    whenLeft(() => this.sitting.giveBack());
    window.addEventListener("resize", () => this.around.ask());
  }

  get isPaused(): boolean {
    return this.paused;
  }

  answer(outcome: Outcome, label?: string, note?: string): void {
    if (this.paused) return;
    this.chosen = undefined;
    this.sitting.answer(outcome, label, note);
  }

  /** One key answers, or chooses what another key submits. */
  choose(label: string): void {
    if (this.paused) return;
    if (this.keys.map.settings.oneKey) {
      this.answer("labelled", label);
      return;
    }
    this.chosen = this.chosen === label ? undefined : label;
    this.labels.mark(this.chosen);
    this.say(this.chosen === undefined ? words.desk.nothingChosen : words.desk.chosen(label));
  }

  submit(): void {
    if (this.chosen !== undefined) this.answer("labelled", this.chosen);
    else if (this.sitting.looking !== undefined) this.sitting.lookForward(true);
    else if (!this.keys.map.settings.oneKey) toast("info", words.desk.chooseFirst);
  }

  accept(): void {
    const label = this.labels.suggested;
    if (label === undefined) toast("info", words.desk.noSuggestion);
    else this.answer("labelled", label);
  }

  askForNote(): void {
    if (this.paused || (this.sitting.looking ?? this.sitting.current) === undefined) return;
    need<HTMLFormElement>("#flag-form").reset();
    need<HTMLDialogElement>("#flag-dialog").showModal();
  }

  pause(): void {
    if (this.paused) {
      this.goOn();
      return;
    }
    this.rest();
    showPause(() => this.goOn());
    this.say(words.desk.pausedVoice);
  }

  private rest(): void {
    this.paused = true;
    this.own.stop();
  }

  private goOn(): void {
    if (!this.paused) return;
    this.paused = false;
    if (this.own.session.isOver) this.own.session.begin(undefined);
    this.own.goOn();
    hideMessage();
    if (this.sitting.current === undefined && this.sitting.looking === undefined) void this.sitting.advance();
    this.own.show();
  }

  /** An image is shown; the time that was set ends between two, never on one. */
  private asked(): void {
    this.next = undefined;
    if (this.paused) return;
    hideMessage();
    const { session, day } = this.own;
    session.goOn();
    if (session.minutes === undefined || !session.isOver || this.sitting.looking !== undefined) return;
    session.isTold = true;
    this.rest();
    this.sitting.giveBack();
    this.stage.clear();
    const grid = this.progress.status.model === null ? undefined : `/projects/${this.project}/grid`;
    const ways = { goOn: () => this.goOn(), home: this.home, grid };
    showOver(session.minutes, this.own.outcome, words.session.soFar(day.answered, day.goal), ways);
    this.say(words.session.overVoice(session.minutes));
  }

  /** Where nothing was left, what a round brings or a colleague gives back is asked as soon as it is there. */
  private onStatus(): void {
    this.around.ask();
    if (this.next?.follow(this.progress.status) === true && !this.paused && this.sitting.looking === undefined) void this.sitting.advance();
  }

  private async recall(): Promise<void> {
    try {
      this.sitting.remember(await fetchEarlier(this.project, this.outbox));
    } catch {
      // Without them the strip begins with this sitting.
    }
  }

  private failed(error: unknown): void {
    this.stuck = true;
    this.stage.clear();
    showFailure(error, () => void this.sitting.advance());
  }

  /** What is sent again shows that images can be had again, too. */
  private onOutbox(): void {
    showSaved(need(".saved"), this.outbox);
    this.around.ask();
    const sends = this.outbox.state !== "offline" && this.outbox.state !== "signed-out";
    if (!this.stuck || !sends) return;
    this.stuck = false;
    if (this.sitting.current === undefined && this.sitting.looking === undefined) void this.sitting.advance();
  }

  private nothingLeft(): void {
    this.stage.clear();
    const again = (): void => void this.sitting.advance();
    if (this.progress.status.images === 0) {
      showNoImages(this.home);
      return;
    }
    this.own.session.pause();
    this.next = new NextSteps(this.project, this.root.dataset["lead"] !== undefined, this.progress.status);
    showNothingLeft(this.sitting.answered, (Date.now() - this.startedAt) / 60_000, this.next.place, this.home, again);
  }

  private printKeys(): void {
    this.keys.print();
    this.labels.print(this.keys.map);
    need(".submit").hidden = this.keys.map.settings.oneKey;
    this.showAll();
  }

  private get shown(): QueueItem | undefined {
    return (this.sitting.looking?.image ?? this.sitting.current)?.item;
  }

  private showAll(): void {
    const { looking } = this.sitting;
    this.chosen = undefined;
    this.labels.show(this.shown, looking?.answers.at(-1)?.label);
    this.root.toggleAttribute("data-looking", looking !== undefined);
    this.reason.ask();
    this.around.ask();
  }

  /** What stands beside the image: the pace, the goal, the strip. */
  private showAround(): void {
    this.pace.show(this.sitting.answered);
    this.own.show();
    this.strip.show({
      past: this.sitting.past,
      current: this.sitting.current,
      next: this.supply.upcoming,
      chosen: this.sitting.looking,
      whereIs: (clientKey) => this.outbox.whereIs(clientKey),
    });
  }

  private say(said: string): void {
    need("#desk-voice").textContent = said;
  }
}

export function startDesk(root: HTMLElement): void {
  new Desk(root).start();
}
