import { api } from "../shared/api";
import { asProblem } from "../shared/problem";
import type { Outcome } from "../shared/types";

/** One answer on its way to the server. Its key makes sending it twice harmless. */
export interface Answer {
  clientKey: string;
  image: number;
  outcome: Outcome;
  label?: string;
  note?: string;
  milliseconds: number;
}

export type SaveState = "saved" | "sending" | "offline" | "signed-out" | "refused";

export interface Refusal {
  answer: Answer;
  reason: string;
}

const LONGEST_PAUSE = 15_000;

/**
 * Answers leave in the order they were given, one at a time, and wait in this browser while the network or the
 * session is away. An answer goes from the list only once the server has it or has refused it for good.
 */
export class Outbox {
  readonly refusals: Refusal[] = [];
  saved = 0;
  state: SaveState = "saved";
  private readonly waiting: Answer[];
  private readonly taken = new Map<string, number>();
  private readonly listeners: (() => void)[] = [];
  private running = false;
  private pause = 1000;
  private timer: number | undefined;

  constructor(
    private readonly project: number,
    private readonly storageKey: string,
  ) {
    this.waiting = restore(storageKey);
    window.addEventListener("online", () => this.sendNow());
    document.addEventListener("visibilitychange", () => {
      if (document.visibilityState === "visible") this.sendNow();
    });
    if (this.waiting.length > 0) {
      this.state = "sending";
      this.sendNow();
    }
  }

  get pending(): number {
    return this.waiting.length;
  }

  onChange(listener: () => void): void {
    this.listeners.push(listener);
  }

  add(answer: Answer): void {
    this.waiting.push(answer);
    this.keep();
    if (this.state === "saved" || this.state === "refused") this.state = "sending";
    this.changed();
    void this.send();
  }

  whereIs(clientKey: string): "saved" | "waiting" | "refused" {
    if (this.taken.has(clientKey)) return "saved";
    return this.refusals.some(({ answer }) => answer.clientKey === clientKey) ? "refused" : "waiting";
  }

  /** Takes an answer back: out of the list if it has not left yet, otherwise by a withdrawal on the server. */
  async withdraw(clientKey: string): Promise<void> {
    if (this.whereIs(clientKey) === "refused") return;
    const place = this.waiting.findIndex((answer) => answer.clientKey === clientKey);
    if (place >= 0 && !(this.running && place === 0)) {
      this.waiting.splice(place, 1);
      this.keep();
      this.changed();
      return;
    }
    while (this.running && !this.taken.has(clientKey)) await new Promise((go) => setTimeout(go, 50));
    const id = this.taken.get(clientKey);
    if (id === undefined) return this.withdraw(clientKey);
    await api.delete(`/api/annotations/${id}`);
    this.taken.delete(clientKey);
    this.saved -= 1;
    this.changed();
  }

  /** What was refused has been read; the sentence goes back to what is saved. */
  dismissRefusals(): void {
    this.refusals.length = 0;
    if (this.state === "refused") this.state = this.pending > 0 ? "sending" : "saved";
    this.changed();
  }

  private sendNow(): void {
    clearTimeout(this.timer);
    void this.send();
  }

  private async send(): Promise<void> {
    if (this.running) return;
    this.running = true;
    try {
      while (this.waiting.length > 0) {
        const answer = this.waiting[0] as Answer;
        if (!(await this.deliver(answer))) return;
        this.waiting.shift();
        this.keep();
        this.pause = 1000;
        this.state = this.refusals.length > 0 ? "refused" : this.waiting.length > 0 ? "sending" : "saved";
        this.changed();
      }
    } finally {
      this.running = false;
    }
  }

  /** True when the answer needs no further sending. */
  private async deliver(answer: Answer): Promise<boolean> {
    try {
      const { id } = await api.post<{ id: number }>(`/api/projects/${this.project}/annotations`, answer);
      this.taken.set(answer.clientKey, id);
      this.saved += 1;
      return true;
    } catch (error) {
      const problem = asProblem(error);
      if (problem.signedOut) return this.wait("signed-out");
      if (problem.unreachable || problem.status >= 500 || problem.status === 429) return this.wait("offline");
      this.refusals.push({ answer, reason: problem.detail });
      return true;
    }
  }

  private wait(state: SaveState): false {
    this.state = state;
    this.changed();
    clearTimeout(this.timer);
    this.timer = window.setTimeout(() => void this.send(), this.pause);
    this.pause = Math.min(this.pause * 2, LONGEST_PAUSE);
    return false;
  }

  private keep(): void {
    try {
      if (this.waiting.length === 0) localStorage.removeItem(this.storageKey);
      else localStorage.setItem(this.storageKey, JSON.stringify(this.waiting));
    } catch {
      // No storage: the answers still wait in memory while the page is open.
    }
  }

  private changed(): void {
    for (const listener of this.listeners) listener();
  }
}

function restore(storageKey: string): Answer[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(storageKey) ?? "[]");
    return Array.isArray(kept) ? (kept as Answer[]) : [];
  } catch {
    return [];
  }
}
