import { api } from "../shared/api";
import { need } from "../shared/dom";
import { asProblem } from "../shared/problem";
import { randomKey } from "../shared/random-key";
import { toast } from "../shared/toast";
import type { Outcome, ProjectStatus } from "../shared/types";
import { HistoryStrip, nameOfAnswer, type Past } from "./history";
import { listenToKeys } from "./keys";
import { Labels } from "./labels";
import { hideMessage, showFailure, showLoading, showNoImages, showNothingLeft, showPause } from "./messages";
import { Outbox } from "./outbox";
import { Pace } from "./pace";
import { showSaved } from "./saved";
import { Stage } from "./stage";
import { type ReadyImage, Supply } from "./supply";
import { showWhy } from "./why";

const STATUS_EVERY = 15_000;

/** One sitting at the desk: an image, an answer, the next image at once. */
class Desk {
  private readonly project: number;
  private readonly home: string;
  private readonly outbox: Outbox;
  private readonly supply: Supply;
  private readonly stage = new Stage();
  private readonly pace = new Pace();
  private readonly labels = new Labels((label) => this.answer("labelled", label));
  private readonly strip = new HistoryStrip((past) => this.lookAt(past));
  private readonly past: Past[] = [];
  private readonly startedAt = Date.now();
  private status: ProjectStatus;
  private labelledThen = 0;
  private current: ReadyImage | undefined;
  private looking: Past | undefined;
  private paused = false;

  constructor(private readonly root: HTMLElement) {
    this.project = Number(root.dataset["project"]);
    this.home = `/projects/${this.project}/home`;
    this.status = JSON.parse(root.dataset["status"] ?? "{}") as ProjectStatus;
    this.outbox = new Outbox(this.project, `doubtless.outbox.${root.dataset["account"]}.${this.project}`);
    this.supply = new Supply(this.project);
    this.outbox.onChange(() => this.showAround());
  }

  start(): void {
    this.connect();
    this.showAround();
    void this.advance();
    window.setInterval(() => void this.refreshStatus(), STATUS_EVERY);
    window.addEventListener("resize", () => this.showAround());
  }

  private connect(): void {
    const on = (name: string, act: () => void): void =>
      document.querySelectorAll(`[data-do=${name}]`).forEach((button) => button.addEventListener("click", act));
    on("cannot-tell", () => this.answer("cannot_tell"));
    on("flag", () => this.askForNote());
    on("skip", () => this.answer("skipped"));
    on("take-back", () => void this.takeBack());
    on("look-back", () => this.lookBack());
    on("pause", () => this.pause());
    on("why", () => this.toggleWhy());
    on("help", () => this.help());
    need(".saved").addEventListener("click", () => this.outbox.dismissRefusals());
    need("#flag-form").addEventListener("submit", () => this.flag());
    listenToKeys({
      label: (key) => {
        const label = this.labels.labelOf(key);
        if (label === undefined) return false;
        this.answer("labelled", label);
        return true;
      },
      accept: () => this.accept(),
      cannotTell: () => this.answer("cannot_tell"),
      flag: () => this.askForNote(),
      skip: () => this.answer("skipped"),
      takeBack: () => void this.takeBack(),
      lookBack: () => this.lookBack(),
      lookForward: () => this.lookForward(),
      why: () => this.toggleWhy(),
      pause: () => this.pause(),
      find: () => need<HTMLInputElement>("#find-label").focus(),
      help: () => this.help(),
      zoom: (direction) => this.stage.zoom(direction),
    });
  }

  /** The next image; the one before has gone into the outbox already. */
  private async advance(): Promise<void> {
    this.current = undefined;
    const late = window.setTimeout(() => showLoading(), 300);
    try {
      this.current = await this.supply.next();
      if (this.current === undefined) {
        this.stage.clear();
        if (this.status.images === 0) showNoImages(this.home);
        else showNothingLeft(this.answered(), (Date.now() - this.startedAt) / 60_000, this.home, () => void this.advance());
      } else {
        hideMessage();
        this.stage.show(this.current);
        this.pace.start();
      }
    } catch (error) {
      this.stage.clear();
      showFailure(error, () => void this.advance());
    } finally {
      clearTimeout(late);
      this.showAll();
    }
  }

  private answer(outcome: Outcome, label?: string, note?: string): void {
    if (this.paused || this.looking !== undefined || this.current === undefined) return;
    const image = this.current;
    const milliseconds = this.pace.stop();
    const answer = { clientKey: randomKey(), image: image.item.image, outcome, label, note, milliseconds };
    this.past.push({ image, answer });
    this.pace.took(milliseconds);
    if (outcome === "skipped") this.supply.forget(image.item.image);
    this.outbox.add(answer);
    this.say(`${outcome === "labelled" ? `Saved as ${label}` : nameOfAnswer(answer)}. Image ${this.past.length + 1}.`);
    void this.advance();
  }

  private accept(): void {
    const label = this.labels.suggested;
    if (label === undefined) toast("info", "No suggestion here: press the key of a label");
    else this.answer("labelled", label);
  }

  /** Takes back the answer that is looked at, or else the last one, and asks that image again. */
  private async takeBack(): Promise<void> {
    const past = this.looking ?? this.past.at(-1);
    if (past === undefined) {
      this.say("Nothing to take back.");
      return;
    }
    try {
      await this.outbox.withdraw(past.answer.clientKey);
    } catch (error) {
      toast("warning", asProblem(error).detail);
      return;
    }
    this.past.splice(this.past.indexOf(past), 1);
    this.looking = undefined;
    if (this.current !== undefined) this.supply.putBack(this.current);
    this.supply.putBack(past.image);
    toast("undo", `Took back “${nameOfAnswer(past.answer)}” on ${past.image.item.filename}`);
    await this.advance();
  }

  private lookBack(): void {
    const place = this.looking === undefined ? this.past.length : this.past.indexOf(this.looking);
    const before = this.past[place - 1];
    if (before !== undefined) this.lookAt(before);
  }

  private lookForward(): void {
    if (this.looking === undefined) return;
    const after = this.past[this.past.indexOf(this.looking) + 1];
    if (after !== undefined) {
      this.lookAt(after);
      return;
    }
    this.looking = undefined;
    if (this.current !== undefined) this.stage.show(this.current);
    this.showAll();
  }

  private lookAt(past: Past): void {
    if (this.paused) return;
    this.looking = past;
    hideMessage();
    this.stage.show(past.image);
    this.say(`${past.image.item.filename}: ${nameOfAnswer(past.answer)}. Right arrow goes on, control Z takes it back.`);
    this.showAll();
  }

  private askForNote(): void {
    if (this.paused || this.looking !== undefined || this.current === undefined) return;
    need<HTMLFormElement>("#flag-form").reset();
    need<HTMLDialogElement>("#flag-dialog").showModal();
  }

  private flag(): void {
    this.answer("flagged", undefined, need<HTMLTextAreaElement>("#flag-note").value.trim() || undefined);
  }

  private pause(): void {
    this.paused = !this.paused;
    if (this.paused) {
      this.pace.pause();
      showPause(() => this.pause());
      this.say("Paused.");
    } else {
      hideMessage();
      this.pace.goOn();
    }
  }

  private toggleWhy(): void {
    if (window.matchMedia("(max-width: 1100px)").matches) {
      this.root.dataset["drawer"] = this.root.dataset["drawer"] === "open" ? "closed" : "open";
    } else {
      this.root.dataset["why"] = this.root.dataset["why"] === "hidden" ? "shown" : "hidden";
    }
  }

  private help(): void {
    need<HTMLDialogElement>("#keys-dialog").showModal();
  }

  private answered(): number {
    return this.past.filter(({ answer }) => answer.outcome !== "skipped").length;
  }

  /** Labels that the server had when it told the status, or that came after it: those still on their way count as new. */
  private labelled(saved = false): number {
    return this.past.filter(
      ({ answer }) => answer.outcome === "labelled" && (!saved || this.outbox.whereIs(answer.clientKey) === "saved"),
    ).length;
  }

  private labelledSince(): number {
    return this.labelled() - this.labelledThen;
  }

  private async refreshStatus(): Promise<void> {
    if (document.visibilityState !== "visible") return;
    try {
      const before = this.status.model?.number;
      const labelled = this.labelled(true);
      // Blind, whoever labels: a count that stands still after an answer would give a control image away.
      this.status = await api.get<ProjectStatus>(`/api/projects/${this.project}/status?blind=true`);
      this.labelledThen = labelled;
      const now = this.status.model?.number;
      if (now !== undefined && now !== before) toast("model", `Model ${now} is here. The queue is in its order.`);
      this.showAround();
    } catch {
      // The bar tells about the network already; the numbers wait for the next time.
    }
  }

  private showAll(): void {
    const shown = this.looking;
    this.labels.show((shown?.image ?? this.current)?.item, shown?.answer.label);
    showWhy((shown?.image ?? this.current)?.item, this.status, this.labelledSince());
    this.showAround();
  }

  /** Everything beside the image: what is saved, the pace, the strip. */
  private showAround(): void {
    showSaved(need(".saved"), this.outbox);
    this.pace.show(this.status, this.labelledSince(), this.answered());
    this.strip.show({
      past: this.past,
      current: this.current,
      next: this.supply.upcoming,
      chosen: this.looking,
      whereIs: (clientKey) => this.outbox.whereIs(clientKey),
    });
  }

  private say(words: string): void {
    need("#desk-voice").textContent = words;
  }
}

export function startDesk(root: HTMLElement): void {
  new Desk(root).start();
}
