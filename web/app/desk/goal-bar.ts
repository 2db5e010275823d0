import { words } from "../messages/words";
import { need, setShare, text } from "../shared/dom";
import { count, dayAndTime, minutes } from "../shared/format";
import { labelsLeft, type ProjectStatus } from "../shared/types";
import type { Day } from "./day";
import type { Pace } from "./pace";
import type { Session } from "./session";

interface Goal {
  done: number;
  of: string;
  share: number | undefined;
  left: string;
}

/** What one works towards, in the bar: the end of the session, else the goal of the day, else the next model. */
export function showGoal(session: Session, day: Day, pace: Pace, status: ProjectStatus, since: number): void {
  const goal = ofSession(session, pace, Math.max(0, status.queue - since)) ?? ofDay(day, pace) ?? ofModel(status, since, pace);
  text(".desk-goal [data-fill=done]", count(goal.done));
  text(".desk-goal [data-fill=of]", goal.of);
  text(".desk-goal [data-fill=left]", goal.left);
  need(".desk-goal").toggleAttribute("data-timed", session.left !== undefined);
  need(".desk-goal .progress").hidden = goal.share === undefined;
  setShare(document.querySelector(".desk-goal .progress > i"), goal.share ?? 0);
}

function ofSession(session: Session, pace: Pace, waiting: number): Goal | undefined {
  const { left, minutes: all, answered } = session;
  if (left === undefined || all === undefined) return undefined;
  const fits = session.fits(pace.usual);
  return {
    done: answered,
    of: fits === undefined ? words.session.images(answered) : words.session.ofAbout(answered + Math.min(fits, waiting)),
    share: session.spent / (all * 60_000),
    left: timeLeft(session, left, all),
  };
}

function timeLeft(session: Session, left: number, all: number): string {
  if (session.isOver) return session.isTold ? words.session.timeIsOver : words.session.afterThis;
  return words.session.left(minutes(Math.max(0.5, left / 60_000)), all);
}

function ofDay(day: Day, pace: Pace): Goal | undefined {
  if (day.goal === undefined || day.left === undefined) return undefined;
  return {
    done: day.answered,
    of: words.session.ofToday(day.goal),
    share: day.answered / day.goal,
    left:
      day.left === 0
        ? words.session.goalIsReached
        : pace.usual === undefined
          ? ""
          : words.session.toTheGoal(minutes((day.left * pace.usual) / 60_000)),
  };
}

function ofModel(status: ProjectStatus, since: number, pace: Pace): Goal {
  const of = status.retrainAfter;
  const done = of === null ? status.newLabels + since : Math.min(status.newLabels + since, of);
  return {
    done,
    of: of === null ? words.desk.goal.newLabels(done) : words.desk.goal.of(of),
    share: of === null ? undefined : done / Math.max(1, of),
    left: whenModel(status, since, pace),
  };
}

function whenModel(status: ProjectStatus, since: number, pace: Pace): string {
  const left = labelsLeft(status, since);
  if (status.round !== null) return words.desk.goal.learning;
  if (left === 0) return words.desk.goal.soon;
  if (left !== null) return words.desk.goal.inAbout(minutes(Math.max(1, (left * pace.likely) / 60_000)));
  return status.next.at === null ? words.desk.goal.leadDecides : words.desk.goal.after(dayAndTime(status.next.at));
}
