import { need } from "../shared/dom";
import { toast } from "../shared/toast";
import type { Outcome, ProjectStatus } from "../shared/types";
import { KeyChoice } from "../keys/key-choice";
import { KeyTable } from "../keys/key-table";
import { words } from "../messages/words";
import { connect } from "./connect";
import { fetchEarlier } from "./earlier";
import { startFinding } from "./find-label";
import { HistoryStrip } from "./history";
import { Labels } from "./labels";
import { hideMessage, showFailure, showLoading, showNoImages, showNothingLeft, showPause } from "./messages";
import { Outbox } from "./outbox";
import { Pace } from "./pace";
import { Progress } from "./progress";
import { showSaved } from "./saved";
import { Sitting } from "./sitting";
import { Stage } from "./stage";
import { Supply } from "./supply";
import { showWhy } from "./why";

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

  constructor(readonly root: HTMLElement) {
    this.project = Number(root.dataset["project"]);
    this.home = `/projects/${this.project}/home`;
    this.outbox = new Outbox(this.project, `doubtless.outbox.${root.dataset["account"]}.${this.project}`);
    const isAsked = (image: number): boolean => this.sitting.current?.item.image === image;
    this.supply = new Supply(this.project, (image) => isAsked(image) || this.outbox.holds(image), () => this.pace.usual);
    this.sitting = new Sitting(this.supply, this.outbox, this.pace, {
      asked: (image) => {
        hideMessage();
        this.stage.show(image);
      },
      late: () => showLoading(),
      nothingLeft: () => this.nothingLeft(),
      failed: (error) => this.failed(error),
      changed: () => this.showAll(),
      say: (said) => this.say(said),
    });
    const status = JSON.parse(root.dataset["status"] ?? "{}") as ProjectStatus;
    this.progress = new Progress(this.project, status, (saved) => this.sitting.labelled(saved), () => this.showAround());
    this.keys = new KeyChoice(root.dataset["keys"], this.labels.names, () => this.printKeys());
    this.outbox.onChange(() => this.onOutbox());
  }

  start(): void {
    connect(this);
    this.printKeys();
    new KeyTable(need(".keys"), this.keys);
    startFinding();
    void this.sitting.advance().then(() => this.recall());
    window.addEventListener("resize", () => this.showAround());
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
    this.paused = !this.paused;
    if (this.paused) {
      this.pace.pause();
      showPause(() => this.pause());
      this.say(words.desk.pausedVoice);
    } else {
      hideMessage();
      this.pace.goOn();
    }
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
    this.showAround();
    const sends = this.outbox.state !== "offline" && this.outbox.state !== "signed-out";
    if (!this.stuck || !sends) return;
    this.stuck = false;
    if (this.sitting.current === undefined && this.sitting.looking === undefined) void this.sitting.advance();
  }

  private nothingLeft(): void {
    this.stage.clear();
    const again = (): void => void this.sitting.advance();
    if (this.progress.status.images === 0) showNoImages(this.home);
    else showNothingLeft(this.sitting.answered, (Date.now() - this.startedAt) / 60_000, this.home, again);
  }

  private printKeys(): void {
    this.keys.print();
    this.labels.print(this.keys.map);
    need(".submit").hidden = this.keys.map.settings.oneKey;
    this.showAll();
  }

  private showAll(): void {
    const { looking, current } = this.sitting;
    const item = (looking?.image ?? current)?.item;
    this.chosen = undefined;
    this.labels.show(item, looking?.answers.at(-1)?.label);
    showWhy(item, this.progress.status, this.progress.since);
    this.root.toggleAttribute("data-looking", looking !== undefined);
    this.showAround();
  }

  /** Everything beside the image: what is saved, the pace, the strip. */
  private showAround(): void {
    showSaved(need(".saved"), this.outbox);
    this.pace.show(this.progress.status, this.progress.since, this.sitting.answered);
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
