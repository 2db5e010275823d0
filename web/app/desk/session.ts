const A_MINUTE = 60_000;

interface Kept {
  minutes: number;
  spent: number;
  answered: number;
}

/**
 * The time that somebody has for labelling, pauses left out. It ends between two images, never on one; a page that is loaded
 * anew goes on with it.
 */
export class Session {
  private limit: number | undefined;
  private before = 0;
  private runningSince: number | undefined = performance.now();
  private answeredBefore = 0;
  /** Whether its end was told. */
  isTold = false;

  /**
   * @param name under which the browser keeps it
   * @param sitting how many images this page has taken answers for
   */
  constructor(
    private readonly name: string,
    private readonly sitting: () => number,
  ) {
    const kept = sessionStorage.getItem(name);
    if (kept === null) return;
    const { minutes, spent, answered } = JSON.parse(kept) as Kept;
    this.limit = minutes;
    this.before = spent;
    this.answeredBefore = answered;
  }

  /** Undefined where no time was set. */
  get minutes(): number | undefined {
    return this.limit;
  }

  get answered(): number {
    return this.answeredBefore + this.sitting();
  }

  get spent(): number {
    return this.before + (this.runningSince === undefined ? 0 : performance.now() - this.runningSince);
  }

  /** Milliseconds; undefined where no time was set. */
  get left(): number | undefined {
    return this.limit === undefined ? undefined : Math.max(0, this.limit * A_MINUTE - this.spent);
  }

  get isOver(): boolean {
    return this.left === 0;
  }

  /** How many images fit in what is left, at so many milliseconds an image. */
  fits(pace: number | undefined): number | undefined {
    return pace === undefined || this.left === undefined ? undefined : Math.ceil(this.left / Math.max(1, pace));
  }

  begin(minutes: number | undefined): void {
    this.limit = minutes;
    this.isTold = false;
    this.before = 0;
    if (this.runningSince !== undefined) this.runningSince = performance.now();
    this.answeredBefore = -this.sitting();
    this.keep();
  }

  pause(): void {
    this.before = this.spent;
    this.runningSince = undefined;
    this.keep();
  }

  goOn(): void {
    this.runningSince ??= performance.now();
  }

  keep(): void {
    if (this.limit === undefined) {
      sessionStorage.removeItem(this.name);
      return;
    }
    const kept: Kept = { minutes: this.limit, spent: this.spent, answered: this.answered };
    sessionStorage.setItem(this.name, JSON.stringify(kept));
  }
}
