import { words } from "../messages/words";
import { need, text } from "../shared/dom";
import { minutes } from "../shared/format";
import { asProblem } from "../shared/problem";
import { toast } from "../shared/toast";
import type { OwnTime } from "./own-time";
import { paceOf } from "./pace";

interface Watching {
  opened: () => void;
  closed: () => void;
  begun: () => void;
}

/** How long, how many a day, and what fits. The clock stands still while it is open. */
export class SessionDialog {
  private readonly dialog = need<HTMLDialogElement>("#session-dialog");
  private readonly length = need<HTMLInputElement>("#session-minutes");
  private readonly goal = need<HTMLInputElement>("#daily-goal");

  constructor(
    private readonly own: OwnTime,
    private readonly watching: Watching,
  ) {
    for (const quick of this.dialog.querySelectorAll<HTMLButtonElement>("[data-minutes]")) {
      quick.addEventListener("click", () => {
        this.length.value = quick.dataset["minutes"] ?? "";
        this.showPlan();
      });
    }
    this.length.addEventListener("input", () => this.showPlan());
    need("#session-form", this.dialog).addEventListener("submit", () => this.begin());
    this.dialog.addEventListener("close", () => watching.closed());
  }

  open(): void {
    if (this.dialog.open) return;
    const { session, day } = this.own;
    this.length.value = session.minutes === undefined ? "" : String(session.minutes);
    this.goal.value = day.goal === undefined ? "" : String(day.goal);
    text("[data-fill=day]", words.session.today(day.answered), this.dialog);
    text("[data-fill=begin]", session.minutes === undefined || session.isOver ? words.session.begin : words.session.change, this.dialog);
    this.showPlan();
    this.watching.opened();
    this.dialog.showModal();
  }

  private begin(): void {
    const { session, day } = this.own;
    const length = numberIn(this.length);
    const goal = numberIn(this.goal);
    if (goal !== day.goal) {
      day.aimAt(goal).catch((error: unknown) => toast("warning", words.session.notKept(asProblem(error).detail)));
    }
    if (length === session.minutes && !session.isOver) return;
    session.begin(length);
    this.watching.begun();
  }

  private showPlan(): void {
    const length = numberIn(this.length);
    for (const quick of this.dialog.querySelectorAll<HTMLButtonElement>("[data-minutes]")) {
      quick.setAttribute("aria-pressed", String(quick.dataset["minutes"] === (length === undefined ? "" : String(length))));
    }
    text("[data-fill=plan]", this.plan(length), this.dialog);
    text("[data-fill=own-speed]", this.speed(), this.dialog);
  }

  private plan(length: number | undefined): string {
    if (length === undefined) return words.session.noLimit;
    const { session, pace, progress } = this.own;
    const { status } = progress;
    if (pace.usual === undefined) return words.session.speedUnknown;
    const left = length === session.minutes && !session.isOver ? (session.left ?? 0) : length * 60_000;
    const fits = Math.max(1, Math.floor(left / Math.max(1, pace.usual)));
    const inAll = status.queue <= fits ? words.session.allFit(status.queue, minutes((status.queue * pace.usual) / 60_000)) : words.session.fit(fits);
    return inAll + (status.model === null ? words.session.noOrder : words.session.order);
  }

  private speed(): string {
    const { usual } = this.own.pace;
    return usual === undefined ? "" : words.session.ownSpeed(paceOf(usual));
  }
}

/** Undefined for an empty field; what is out of its bounds is brought within. */
function numberIn(field: HTMLInputElement): number | undefined {
  const value = Math.round(Number(field.value));
  return field.value === "" || !(value > 0) ? undefined : Math.min(value, Number(field.max));
}
