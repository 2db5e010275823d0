import { ChartCard, type NoPicture, type Picture } from "../charts/chart-card";
import type { Look } from "../charts/look";
import { band, dots, frame, line, niceEnd, note, ruler, xAxis, yAxis, type Span } from "../charts/parts";
import { words } from "../messages/words";
import { api } from "../shared/api";
import { need, setShare, text } from "../shared/dom";
import { failureNote } from "../shared/failure";
import { count, percent } from "../shared/format";
import type { Job } from "../shared/types";
import { watchJob } from "../shared/watch-job";

interface MeanPoint {
  labels: number;
  accuracy: number;
  low: number;
  high: number;
}

interface Measured {
  labels: number;
  budget: number;
  control: number;
  saving: { target: number; first: number; second: number; saved: number; low: number; high: number };
  active: MeanPoint[];
  random: MeanPoint[];
}

interface Replay {
  job: number | null;
  measured: Measured | null;
}

/** What the active order has saved on a project's own labels, and the replay that measures it. */
class ReplayPage {
  private readonly path: string;
  private readonly card = new ChartCard(need("[data-chart=replay]"));
  private job: number | null = null;

  constructor(root: HTMLElement) {
    this.path = `/api/projects/${root.dataset["project"]}/replay`;
  }

  start(): void {
    need("[data-do=cancel]").textContent = words.replay.cancel;
    need("[data-do=replay]").addEventListener("click", () => void this.guarded(async () => {
      const { job } = await api.post<{ job: number }>(this.path);
      await this.watch(job);
    }));
    need("[data-do=cancel]").addEventListener("click", () => void this.guarded(async () => {
      if (this.job !== null) await api.delete(`/api/jobs/${this.job}`);
    }));
    void this.read();
  }

  private async read(): Promise<void> {
    let found: Replay | undefined;
    await this.card.fill(
      async () => {
        found = await api.get<Replay>(this.path);
        return found;
      },
      ({ measured }) => {
        figures(measured);
        return picture(measured);
      },
    );
    if (found?.job !== null && found?.job !== undefined) await this.watch(found.job);
  }

  private async watch(id: number): Promise<void> {
    const place = need("[data-replay-job]");
    const button = need<HTMLButtonElement>("[data-do=replay]");
    this.job = id;
    button.disabled = true;
    place.hidden = false;
    text("[data-fill=replay-stage]", words.replay.started);
    const job: Job = await watchJob(id, ({ stage, done, total }) => {
      if (stage !== "") text("[data-fill=replay-stage]", stage);
      setShare(place.querySelector("i"), total > 0 ? done / total : 0);
    });
    this.job = null;
    place.hidden = true;
    button.disabled = false;
    if (job.failure !== null) need("[data-replay-failure]").replaceChildren(failureNote(new Error(job.failure)));
    else await this.read();
  }

  private async guarded(act: () => Promise<void>): Promise<void> {
    try {
      need("[data-replay-failure]").replaceChildren();
      await act();
    } catch (error) {
      need("[data-replay-failure]").replaceChildren(failureNote(error));
    }
  }
}

function figures(measured: Measured | null): void {
  need("[data-replay-figures]").hidden = measured === null;
  if (measured === null) return;
  const { target, first, second, saved, low, high } = measured.saving;
  const more = saved < 0;
  const [from, to] = more ? [-high, -low] : [low, high];
  text("[data-fill=saved-name]", more ? words.replay.costs : words.replay.saved);
  text("[data-fill=saved]", count(Math.abs(saved)));
  const interval = words.replay.savedInterval(count(from), count(to));
  text("[data-fill=saved-interval]", low <= 0 && high >= 0 ? `${interval}. ${words.replay.noDifference}` : interval);
  text("[data-fill=target-name]", words.replay.target);
  text("[data-fill=target]", percent(target));
  text("[data-fill=needed]", words.replay.needed(first, second));
}

function picture(measured: Measured | null): Picture | NoPicture {
  if (measured === null) return { empty: words.replay.none, next: words.replay.next };
  const { saving, active, random, budget, labels, control } = measured;
  const target = percent(saving.target);
  const spans = (points: MeanPoint[]): Span[] => points.map((at) => [at.labels, at.low, at.high]);
  const lowest = Math.min(...[...active, ...random].map((at) => at.low));
  const floor = Math.max(0, Math.floor(lowest * 10) / 10);
  return {
    say: words.replay.say(target, saving.first, saving.second, labels, control),
    title: words.replay.title(target, count(saving.saved)),
    height: (width) => Math.min(420, Math.max(260, width * 0.45)),
    option: (look: Look) => ({
      ...frame(look, { left: 44, right: 96, top: 28 }),
      xAxis: xAxis(look, { min: 0, ...niceEnd(budget), name: words.replay.labels, label: count }),
      yAxis: yAxis(look, { min: floor, max: 1, interval: 0.1, name: words.replay.accuracy, label: (share) => percent(share, 0) }),
      series: [
        band(spans(random), look.ink12),
        band(spans(active), look.ink12),
        line(look, random.map((at) => [at.labels, at.accuracy]), { colour: look.text3, style: "dashed" }),
        line(look, active.map((at) => [at.labels, at.accuracy])),
        ruler(look, [0, saving.target], [niceEnd(budget).max, saving.target], { style: "dotted" }),
        dots(look, [[saving.first, saving.target]]),
        dots(look, [[saving.second, saving.target]], { hollow: true }),
        ...ends(look, active, random),
      ],
    }),
    table: { head: words.replay.head, rows: rows(active, random) },
  };
}

/** Each curve is named at its end; where the ends are close, one above the other. */
function ends(look: Look, active: MeanPoint[], random: MeanPoint[]): Record<string, unknown>[] {
  const one = active.at(-1);
  const other = random.at(-1);
  if (one === undefined || other === undefined) return [];
  const apart = one.accuracy >= other.accuracy ? 8 : -8;
  return [
    note(look, [one.labels, one.accuracy], [words.replay.active], { align: "left", dx: 8, dy: -apart }),
    note(look, [other.labels, other.accuracy], [words.replay.random], { align: "left", dx: 8, dy: apart, colour: look.text2 }),
  ];
}

function rows(active: MeanPoint[], random: MeanPoint[]): string[][] {
  const other = new Map(random.map((at) => [at.labels, at]));
  const both = (at: MeanPoint | undefined): string[] =>
    at === undefined ? ["", ""] : [percent(at.accuracy), words.replay.range((at.low * 100).toFixed(1), (at.high * 100).toFixed(1))];
  return active.map((at) => [count(at.labels), ...both(at), ...both(other.get(at.labels))]);
}

export function startReplay(root: HTMLElement): void {
  new ReplayPage(root).start();
}
