import { el, need, setShare, text } from "../shared/dom";
import { count, seconds, tenths } from "../shared/format";

/** So many answers tell how fast somebody is. */
const ENOUGH = 5;
const UNKNOWN = 5000;

/** Seconds an image; pauses are left out. */
export class Pace {
  private readonly times: number[] = [];
  private runningSince = performance.now();
  private before = 0;
  private isPaused = false;
  private known: number | undefined;

  /** The usual time of this person in this project, as the server remembers it. */
  know(milliseconds: number): void {
    this.known = milliseconds;
  }

  start(): void {
    this.before = 0;
    this.runningSince = performance.now();
  }

  pause(): void {
    if (this.isPaused) return;
    this.before = this.stop();
    this.isPaused = true;
  }

  goOn(): void {
    this.isPaused = false;
    this.runningSince = performance.now();
  }

  /** Milliseconds that the image was shown, pauses left out. */
  stop(): number {
    return Math.round(this.isPaused ? this.before : this.before + performance.now() - this.runningSince);
  }

  took(milliseconds: number): void {
    this.times.push(milliseconds);
    if (this.times.length > 60) this.times.shift();
  }

  /** Milliseconds an image; undefined while too few were answered to tell. */
  get usual(): number | undefined {
    return this.times.length < ENOUGH ? this.known : this.median();
  }

  /** The same, or what comes nearest to it. */
  get likely(): number {
    return this.usual ?? this.median() ?? UNKNOWN;
  }

  show(inSitting: number): void {
    const shown = this.times.length === 0 ? this.known : this.median();
    text("[data-fill=average]", shown === undefined ? "–" : paceOf(shown));
    text("[data-fill=today]", count(inSitting));
    this.drawSpeed();
  }

  private median(): number | undefined {
    // One phone call must not count as slow labelling.
    const sorted = [...this.times].sort((a, b) => a - b);
    return sorted[Math.floor(sorted.length / 2)];
  }

  private drawSpeed(): void {
    const longest = Math.max(...this.times, 1);
    const place = need(".speed");
    while (place.children.length < this.times.length) place.append(el("i"));
    this.times.forEach((time, at) => setShare(place.children[at] ?? null, Math.max(0.08, time / longest)));
  }
}

/** "4.8 s", "1 min 50 s" */
export function paceOf(milliseconds: number): string {
  return milliseconds < 60_000 ? tenths(milliseconds / 1000) : seconds(milliseconds / 1000);
}
