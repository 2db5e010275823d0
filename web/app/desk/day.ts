import { api } from "../shared/api";
import type { Pace } from "./pace";

interface OwnPace {
  today: number;
  milliseconds: number | null;
  measured: number;
}

/** What this person has answered since midnight, in all projects, and means to answer. */
export class Day {
  private before = 0;
  private midnight = lastMidnight();

  /**
   * @param goal undefined for none
   * @param sitting how many images this page has taken answers for
   */
  constructor(
    private readonly project: number,
    public goal: number | undefined,
    private readonly sitting: () => number,
  ) {}

  async read(pace: Pace): Promise<void> {
    const since = new Date(this.midnight).toISOString();
    const given = this.sitting();
    const own = await api.get<OwnPace>(`/api/projects/${this.project}/pace?since=${since}`);
    this.before = own.today - given;
    if (own.milliseconds !== null) pace.know(own.milliseconds);
  }

  get answered(): number {
    const midnight = lastMidnight();
    if (midnight !== this.midnight) {
      this.midnight = midnight;
      this.before = -this.sitting();
    }
    return Math.max(0, this.before + this.sitting());
  }

  /** How many are left to the goal; undefined without one. */
  get left(): number | undefined {
    return this.goal === undefined ? undefined : Math.max(0, this.goal - this.answered);
  }

  async aimAt(goal: number | undefined): Promise<void> {
    this.goal = goal;
    await api.put("/api/account/goal", { images: goal ?? null });
  }
}

function lastMidnight(): number {
  return new Date().setHours(0, 0, 0, 0);
}
