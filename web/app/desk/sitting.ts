import { words } from "../messages/words";
import { randomKey } from "../shared/random-key";
import { toast } from "../shared/toast";
import type { Outcome } from "../shared/types";
import type { Answer } from "./answer";
import { nameOfAnswer, nameOfPast, type Past } from "./history";
import type { Outbox } from "./outbox";
import type { Pace } from "./pace";
import type { ReadyImage } from "./ready-image";
import type { Supply } from "./supply";

export interface Watching {
  asked: (image: ReadyImage) => void;
  late: () => void;
  nothingLeft: () => void;
  failed: (error: unknown) => void;
  changed: () => void;
  say: (said: string) => void;
}

/** One sitting: an image, an answer, the next image at once; and the way back through all that was answered. */
export class Sitting {
  readonly past: Past[] = [];
  current: ReadyImage | undefined;
  looking: Past | undefined;
  /** The answers in the order they were given, by whose image they were: corrections come twice. */
  private readonly given: Past[] = [];
  private turn = 0;
  private readonly undone: { image: ReadyImage; answer: Answer }[] = [];
  /** The key of the answer that was taken back, by the image that is asked again. */
  private readonly askedAgain = new Map<ReadyImage, string>();

  constructor(
    private readonly supply: Supply,
    private readonly outbox: Outbox,
    private readonly pace: Pace,
    private readonly watching: Watching,
  ) {}

  /** Images that were answered in this sitting; a skipped one comes again. */
  get answered(): number {
    return this.ofThisSitting((last) => last.outcome !== "skipped");
  }

  labelled(savedOnly: boolean): number {
    const isSaved = (answer: Answer): boolean => !savedOnly || this.outbox.whereIs(answer.clientKey) === "saved";
    return this.ofThisSitting((last) => last.outcome === "labelled" && isSaved(last));
  }

  private ofThisSitting(counts: (last: Answer) => boolean): number {
    return this.past.filter(({ earlier, answers }) => {
      const last = answers.at(-1);
      return !earlier && last !== undefined && counts(last);
    }).length;
  }

  /** Answers that were given before this page was opened. */
  remember(earlier: readonly Past[]): void {
    this.past.unshift(...earlier);
    this.given.unshift(...earlier);
    this.watching.changed();
  }

  /** The next image; the one before has gone into the outbox already. */
  async advance(): Promise<void> {
    const turn = ++this.turn;
    this.current = undefined;
    const late = window.setTimeout(() => this.watching.late(), 300);
    try {
      const next = await this.supply.next();
      if (turn !== this.turn) {
        // Something was taken back meanwhile, and is asked first.
        if (next !== undefined) this.supply.putBack(next);
        return;
      }
      this.current = next;
      if (this.current === undefined) this.watching.nothingLeft();
      else {
        this.watching.asked(this.current);
        this.pace.start();
      }
    } catch (error) {
      this.watching.failed(error);
    } finally {
      clearTimeout(late);
      this.watching.changed();
    }
  }

  /** Somebody stops: what they would have been asked is for others. Whoever goes on is asked anew. */
  giveBack(): void {
    this.supply.giveBack(this.current);
    this.current = undefined;
  }

  answer(outcome: Outcome, label?: string, note?: string): void {
    this.undone.length = 0;
    if (this.looking !== undefined) this.correct(this.looking, outcome, label, note);
    else if (this.current !== undefined) this.give(this.current, outcome, label, note);
  }

  private give(image: ReadyImage, outcome: Outcome, label?: string, note?: string): void {
    const milliseconds = this.pace.stop();
    const answer = { clientKey: randomKey(), image: image.item.image, outcome, label, note, milliseconds, corrects: this.askedAgain.get(image) };
    this.askedAgain.delete(image);
    const past = { image, answers: [answer] };
    this.past.push(past);
    this.given.push(past);
    this.pace.took(milliseconds);
    this.outbox.add(answer);
    const said = outcome === "labelled" ? words.desk.savedAs(label ?? "") : nameOfAnswer(answer);
    this.watching.say(words.desk.imageVoice(said, this.past.filter((one) => !one.earlier).length + 1));
    void this.advance();
  }

  /** A new answer in place of an old one, which stays written down; then back to where one was. */
  private correct(past: Past, outcome: Outcome, label?: string, note?: string): void {
    const before = nameOfPast(past);
    const answer = { clientKey: randomKey(), image: past.image.item.image, outcome, label, note, corrects: past.answers.at(-1)?.clientKey };
    if (outcome === "labelled" && past.answers.at(-1)?.label === label) return this.lookForward(true);
    past.answers.push(answer);
    this.given.push(past);
    this.outbox.add(answer);
    this.lookForward(true);
    const said = words.desk.corrected(nameOfAnswer(answer), before, past.image.item.filename);
    toast("undo", said, { name: words.desk.undo, act: () => void this.takeBack() });
    this.watching.say(said);
  }

  /** Takes back the answer that is looked at, or else the last one. Without another that stands, the image is asked again. */
  async takeBack(): Promise<void> {
    const past = this.looking ?? this.given.at(-1);
    const answer = past?.answers.at(-1);
    if (past === undefined || answer === undefined) {
      this.watching.say(words.desk.nothingToTakeBack);
      return;
    }
    this.given.splice(this.given.lastIndexOf(past), 1);
    past.answers.pop();
    this.undone.push({ image: past.image, answer });
    this.outbox.withdraw(answer.clientKey);
    toast("undo", words.desk.tookBack(nameOfAnswer(answer), past.image.item.filename), {
      name: words.desk.redo,
      act: () => this.redo(),
    });
    if (past.answers.length > 0) {
      this.lookAt(past);
      return;
    }
    this.past.splice(this.past.indexOf(past), 1);
    this.looking = undefined;
    this.askedAgain.set(past.image, answer.clientKey);
    if (this.current !== undefined) this.supply.putBack(this.current);
    this.supply.putBack(past.image);
    await this.advance();
  }

  /** Gives the answer again that was taken back last. */
  redo(): void {
    const last = this.undone.pop();
    if (last === undefined) {
      this.watching.say(words.desk.nothingToRedo);
      return;
    }
    const kept = [...this.undone];
    const past = this.past.find(({ image }) => image === last.image);
    if (past !== undefined) this.lookAt(past);
    else if (this.current !== last.image) return;
    this.answer(last.answer.outcome, last.answer.label, last.answer.note);
    this.undone.push(...kept);
  }

  lookBack(): void {
    const place = this.looking === undefined ? this.past.length : this.past.indexOf(this.looking);
    const before = this.past[place - 1];
    if (before !== undefined) this.lookAt(before);
    else this.watching.say(words.desk.nothingFurther);
  }

  /** On to the answer after the one that is looked at, or at once to the image that is asked. */
  lookForward(toTheEnd = false): void {
    if (this.looking === undefined) return;
    const after = toTheEnd ? undefined : this.past[this.past.indexOf(this.looking) + 1];
    if (after !== undefined) return this.lookAt(after);
    this.looking = undefined;
    if (this.current === undefined) void this.advance();
    else this.watching.asked(this.current);
    this.watching.changed();
  }

  lookAt(past: Past): void {
    this.looking = past;
    this.watching.asked(past.image);
    const name = nameOfPast(past);
    this.watching.say(words.desk.lookingAt(past.image.item.filename, name));
    this.watching.changed();
  }
}
