import type { Answer } from "../desk/answer";
import type { Outbox } from "../desk/outbox";
import { api } from "../shared/api";
import { asProblem } from "../shared/problem";
import { type ClaimedSheet, Sheet } from "./sheet";

export interface Wanted {
  size: number;
  label: string | undefined;
}

/** The sheets of a sitting: the next one from the server, and the way back through those that were sent. */
export class Sheets {
  current: Sheet | undefined;
  classes: ClaimedSheet["classes"] = [];
  private readonly sent: { sheet: Sheet; answers: Answer[] }[] = [];
  /** Put off by one that was taken back. */
  private readonly later: Sheet[] = [];
  private turn = 0;
  private first = true;

  constructor(
    private readonly project: number,
    private readonly outbox: Outbox,
  ) {}

  get done(): number {
    return this.sent.length;
  }

  /** The next sheet; without one the reason. Undefined where another has come before it. */
  async next(wanted: Wanted, release: readonly Sheet[] = []): Promise<Sheet | NonNullable<ClaimedSheet["nothing"]> | undefined> {
    const turn = ++this.turn;
    this.current = undefined;
    const waiting = release.length === 0 ? this.later.pop() : undefined;
    const found = waiting ?? (await this.claim(wanted, release));
    if (turn === this.turn) {
      if (found instanceof Sheet) this.current = found;
      return found;
    }
    if (found instanceof Sheet) this.later.push(found);
    return undefined;
  }

  /** Another size or class: what was on the table goes back, unanswered. */
  other(wanted: Wanted): ReturnType<Sheets["next"]> {
    const back = [...this.later.splice(0), ...(this.current === undefined ? [] : [this.current])];
    const marks = this.current?.marks ?? new Map();
    return this.next(wanted, back).then((found) => {
      if (found instanceof Sheet) found.takeOver(marks);
      return found;
    });
  }

  /** Sends all answers of the sheet; they leave one by one and wait in this browser while the network is away. */
  submit(milliseconds: number): Answer[] {
    const { current } = this;
    if (current === undefined) return [];
    const answers = current.answers(milliseconds);
    this.sent.push({ sheet: current, answers });
    for (const answer of answers) this.outbox.add(answer);
    return answers;
  }

  /** Takes back all answers of the sheet that was sent last, and shows it again as it was. */
  takeBack(): Sheet | undefined {
    const last = this.sent.pop();
    if (last === undefined) return undefined;
    this.turn += 1;
    for (const { clientKey } of last.answers) this.outbox.withdraw(clientKey);
    if (this.current !== undefined) this.later.push(this.current);
    this.current = last.sheet;
    return last.sheet;
  }

  private async claim({ size, label }: Wanted, release: readonly Sheet[]): Promise<Sheet | NonNullable<ClaimedSheet["nothing"]>> {
    const wish = {
      count: size,
      label,
      again: this.first,
      release: release.flatMap(({ items }) => items.map(({ image }) => image)),
    };
    const claimed = await this.patiently(() => api.post<ClaimedSheet>(`/api/projects/${this.project}/queue/sheet`, wish));
    this.first = false;
    this.classes = claimed.classes;
    const items = claimed.items.filter(({ image }) => !this.outbox.holds(image));
    if (claimed.label === null || items.length === 0) return claimed.nothing ?? "done";
    return new Sheet(claimed.label, claimed.model ?? 0, items, claimed.left);
  }

  /** Whoever is faster than the network holds too many images until some answers have arrived. */
  private async patiently(ask: () => Promise<ClaimedSheet>): Promise<ClaimedSheet> {
    try {
      return await ask();
    } catch (error) {
      if (asProblem(error).code !== "too_many_held" || this.outbox.pending === 0) throw error;
    }
    await new Promise<void>((resolve) => this.outbox.onChange(() => this.outbox.pending === 0 && resolve()));
    return ask();
  }
}
