import { el, need, setShare, text } from "../shared/dom";
import { count, minutes, seconds } from "../shared/format";
import type { ProjectStatus } from "../shared/types";

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

  private average(): number {
    // The median: one phone call must not count as slow labelling.
    const sorted = [...this.times].sort((a, b) => a - b);
    return sorted[Math.floor(sorted.length / 2)] ?? 5000;
  }

  show(status: ProjectStatus, since: number, today: number): void {
    const done = Math.min(status.newLabels + since, status.retrainAfter);
    const left = status.retrainAfter - done;
    text(".desk-goal [data-fill=done]", count(done));
    text(".desk-goal [data-fill=of]", ` of ${count(status.retrainAfter)}`);
    setShare(document.querySelector(".desk-goal .progress > i"), done / Math.max(1, status.retrainAfter));
    const learning = status.round === null ? "next model comes soon" : "next model is learning";
    const wait = left === 0 ? learning : `next model in about ${minutes(Math.max(1, (left * this.average()) / 60_000))}`;
    text(".desk-goal [data-fill=left]", wait);
    text("[data-fill=average]", this.times.length === 0 ? "–" : seconds1(this.average()));
    text("[data-fill=today]", count(today));
    this.drawSpeed();
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
  return milliseconds < 60_000 ? `${(milliseconds / 1000).toFixed(1)} s` : seconds(milliseconds / 1000);
}
