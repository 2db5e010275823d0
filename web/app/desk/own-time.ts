import { words } from "../messages/words";
import { toast } from "../shared/toast";
import { Day } from "./day";
import { showGoal } from "./goal-bar";
import { paceOf, type Pace } from "./pace";
import type { Progress } from "./progress";
import { Session } from "./session";

/** So often the bar tells the time. */
const TICK = 5000;

/** A person's own time at the desk: the session that they set, what they mean to do today, and how fast they are. */
export class OwnTime {
  readonly session: Session;
  readonly day: Day;
  private goalTold = false;

  /** @param answered how many images this page has taken answers for */
  constructor(
    root: HTMLElement,
    project: number,
    readonly pace: Pace,
    readonly progress: Progress,
    private readonly answered: () => number,
  ) {
    this.session = new Session(`doubtless.session.${root.dataset["account"]}.${project}`, answered);
    this.day = new Day(project, Number(root.dataset["goal"]) || undefined, answered);
  }

  /** Done at once, or, where a session goes on, once it is known what fits in it. */
  async start(): Promise<void> {
    window.addEventListener("pagehide", () => this.session.keep());
    window.setInterval(() => this.show(), TICK);
    const read = this.day.read(this.pace).then(
      () => this.show(),
      () => undefined,
    );
    if (this.session.minutes !== undefined) await read;
  }

  /** How many images fit in what is left of the session. */
  get room(): number | undefined {
    return this.session.fits(this.pace.usual);
  }

  stop(): void {
    this.pace.pause();
    this.session.pause();
  }

  goOn(): void {
    this.pace.goOn();
    this.session.goOn();
  }

  /** What became of the session, once its time is over. */
  get outcome(): string {
    const pace = this.pace.usual === undefined ? "" : paceOf(this.pace.usual);
    return words.session.overSays(this.session.answered, pace);
  }

  show(): void {
    showGoal(this.session, this.day, this.pace, this.progress.status, this.progress.since);
    if (this.goalTold || this.day.left !== 0 || this.answered() === 0) return;
    this.goalTold = true;
    toast("saved", words.session.reached(this.day.goal ?? 0));
  }
}
