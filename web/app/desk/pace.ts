import { words } from "../messages/words";
import { el, need, setShare, text } from "../shared/dom";
import { count, dayAndTime, minutes, seconds, tenths } from "../shared/format";
import { labelsLeft, type ProjectStatus } from "../shared/types";

/** So many answers tell how fast somebody is. */
const ENOUGH = 5;

/** Seconds an image, and what is left until the next model learns. */
export class Pace {
  private readonly times: number[] = [];
  private runningSince = performance.now();
  private before = 0;

  start(): void {
    this.before = 0;
    this.goOn();
  }

  pause(): void {
    this.before = this.stop();
  }

  goOn(): void {
    this.runningSince = performance.now();
  }

  /** Milliseconds that the image was shown, pauses left out. */
  stop(): number {
    return Math.round(this.before + performance.now() - this.runningSince);
  }

  took(milliseconds: number): void {
    this.times.push(milliseconds);
    if (this.times.length > 60) this.times.shift();
  }

  /** Milliseconds an image; undefined while too few were answered to tell. */
  get usual(): number | undefined {
    return this.times.length < ENOUGH ? undefined : this.average();
  }

  private average(): number {
    // The median: one phone call must not count as slow labelling.
    const sorted = [...this.times].sort((a, b) => a - b);
    return sorted[Math.floor(sorted.length / 2)] ?? 5000;
  }

  show(status: ProjectStatus, since: number, today: number): void {
    this.showGoal(status, since);
    text("[data-fill=average]", this.times.length === 0 ? "–" : seconds1(this.average()));
    text("[data-fill=today]", count(today));
    this.drawSpeed();
  }

  private showGoal(status: ProjectStatus, since: number): void {
    const left = labelsLeft(status, since);
    const of = status.retrainAfter;
    const done = of === null ? status.newLabels + since : Math.min(status.newLabels + since, of);
    text(".desk-goal [data-fill=done]", count(done));
    text(".desk-goal [data-fill=of]", of === null ? words.desk.goal.newLabels(done) : words.desk.goal.of(of));
    need(".desk-goal .progress").hidden = of === null;
    setShare(document.querySelector(".desk-goal .progress > i"), done / Math.max(1, of ?? 1));
    text(".desk-goal [data-fill=left]", this.goal(status, left));
  }

  private goal(status: ProjectStatus, left: number | null): string {
    if (status.round !== null) return words.desk.goal.learning;
    if (left === 0) return words.desk.goal.soon;
    if (left !== null) return words.desk.goal.inAbout(minutes(Math.max(1, (left * this.average()) / 60_000)));
    return status.next.at === null ? words.desk.goal.leadDecides : words.desk.goal.after(dayAndTime(status.next.at));
  }

  private drawSpeed(): void {
    const longest = Math.max(...this.times, 1);
    need(".speed").replaceChildren(
      ...this.times.map((time) => {
        const bar = el("i");
        setShare(bar, Math.max(0.08, time / longest));
        return bar;
      }),
    );
  }
}

function seconds1(milliseconds: number): string {
  return milliseconds < 60_000 ? tenths(milliseconds / 1000) : seconds(milliseconds / 1000);
}
