import type { Answer } from "../desk/answer";
import type { Held } from "../desk/held";
import type { Outbox } from "../desk/outbox";
import { api } from "../shared/api";
import { asProblem } from "../shared/problem";
import { type ClaimedSheet, Sheet } from "./sheet";

export interface Wanted {
  size: number;
  label: string | undefined;
}

type Found = Sheet | NonNullable<ClaimedSheet["nothing"]>;

/** A colleague may be faster at all that was looked at, or it waits in this browser to be sent. */
const TRIES = 3;

/** The sheets of a sitting: the next one from the server, and the way back through those that were sent. */
export class Sheets {
  current: Sheet | undefined;
  classes: ClaimedSheet["classes"] = [];
  private readonly sent: { sheet: Sheet; answers: Answer[] }[] = [];
  /** Put off by one that was taken back. */
  private readonly later: Sheet[] = [];
  private claiming: Promise<unknown> = Promise.resolve();
  private turn = 0;
  private first = true;

  constructor(
    private readonly project: number,
    private readonly outbox: Outbox,
    private readonly held: Held,
  ) {}

  get done(): number {
    return this.sent.length;
  }

  /** The next sheet; without one the reason. Undefined where another has come before it. */
  next(wanted: Wanted): Promise<Found | undefined> {
    const turn = this.begin();
    return this.end(turn, Promise.resolve(this.later.pop() ?? this.claim(wanted, () => [])));
  }

  /** Another size or class: what was on the table goes back, unanswered. */
  async other(wanted: Wanted): Promise<Found | undefined> {
    const given = this.current;
    const turn = this.begin();
    const claimed = this.claim(wanted, () => [...this.later.splice(0), ...(given === undefined ? [] : [given])]);
    const found = await this.end(turn, claimed);
    if (found instanceof Sheet && given !== undefined) found.takeOver(given.marks);
    return found;
  }

  /** Somebody leaves: what was on the table, and put off, is for others. */
  giveBack(): void {
    const left = this.current === undefined ? this.later.splice(0) : [this.current, ...this.later.splice(0)];
    this.current = undefined;
    this.held.giveBack(left.flatMap(({ items }) => items));
  }

  private begin(): number {
    this.current = undefined;
    return ++this.turn;
  }

  private async end(turn: number, coming: Promise<Found>): Promise<Found | undefined> {
    const found = await coming;
    if (turn === this.turn) {
      if (found instanceof Sheet) this.current = found;
      return found;
    }
    if (found instanceof Sheet) this.later.push(found);
    return undefined;
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

  /** One after the other: two claims at once would each pass over what the other is just taking. */
  private claim(wanted: Wanted, release: () => readonly Sheet[]): Promise<Found> {
    const mine = this.claiming.then(
      () => this.ask(wanted, release()),
      () => this.ask(wanted, release()),
    );
    this.claiming = mine;
    return mine;
  }

  private async ask({ size, label }: Wanted, release: readonly Sheet[]): Promise<Found> {
    let back = release.flatMap(({ items }) => items.map(({ image }) => image));
    for (let tries = 0; tries < TRIES; tries++) {
      const wish = { count: size, label, again: this.first, release: back };
      const claimed = await this.patiently(() => api.post<ClaimedSheet>(`/api/projects/${this.project}/queue/sheet`, wish));
      this.first = false;
      void this.held.lookAround();
      back = [];
      this.classes = claimed.classes;
      const items = claimed.items.filter(({ image }) => !this.outbox.holds(image));
      if (claimed.label === null) return claimed.nothing ?? "done";
      if (items.length > 0) return new Sheet(claimed.label, claimed.model ?? 0, items, claimed.left);
    }
    return "done";
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
