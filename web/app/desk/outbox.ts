import type { Answer } from "./answer";
import { type Delivery, deliver } from "./deliver";
import { oneAtATime } from "./one-at-a-time";
import { type Entry, isAbout, isSame, OutboxStore, type Placed } from "./outbox-store";

export type SaveState = "saved" | "sending" | "offline" | "signed-out" | "refused";

type Refused = Extract<Delivery, { kind: "refused" }>;
type News = { added: Entry } | { delivered: Delivery; gone: Entry[] };

const FIRST_PAUSE = 1000;
const LONGEST_PAUSE = 15_000;

/**
 * Answers leave in the order they were given, one at a time, and wait in this browser while the network or the session
 * is away. An answer goes from the list only once the server has it or has refused it for good. All tabs of a person
 * share the list, and one of them sends at a time.
 */
export class Outbox {
  readonly refusals: Refused[] = [];
  saved = 0;
  state: SaveState = "saved";
  private readonly store: OutboxStore;
  private readonly news: BroadcastChannel;
  private readonly ids = new Map<string, number>();
  private readonly listeners: (() => void)[] = [];
  private waiting: Entry[] = [];
  private readonly unstored = new Set<Entry>();
  private readonly alone: <T>(act: () => Promise<T>) => Promise<T>;
  private sending = false;
  private asked = false;
  private pause = FIRST_PAUSE;
  private timer: number | undefined;

  constructor(
    private readonly project: number,
    name: string,
  ) {
    this.store = new OutboxStore(name);
    this.alone = oneAtATime(name);
    this.news = new BroadcastChannel(name);
    this.news.addEventListener("message", ({ data }: MessageEvent<News>) => this.hear(data));
    for (const event of ["online", "focus"]) window.addEventListener(event, () => this.sendNow());
    document.addEventListener("visibilitychange", () => document.visibilityState === "visible" && this.sendNow());
    void this.store.all().then((kept) => this.take(kept));
  }

  /** What the server has not heard of; an answer that was taken back before it left will never leave. */
  get pending(): number {
    const taken = new Set(this.waiting.flatMap((entry) => ("withdraws" in entry ? [entry.withdraws] : [])));
    const cancelled = this.waiting.filter((entry) => "answer" in entry && taken.has(entry.answer.clientKey)).length;
    return this.waiting.length - 2 * cancelled;
  }

  holds(image: number): boolean {
    return this.waiting.some((entry) => "answer" in entry && entry.answer.image === image);
  }

  onChange(listener: () => void): void {
    this.listeners.push(listener);
  }

  add(answer: Answer): void {
    this.enqueue({ answer });
  }

  /** Takes an answer back: out of the list if it has not left yet, otherwise by a withdrawal that follows it. */
  withdraw(clientKey: string): void {
    if (this.whereIs(clientKey) !== "refused") this.enqueue({ withdraws: clientKey });
  }

  /** An answer that the server had before this page was opened. */
  know(clientKey: string, id: number): void {
    this.ids.set(clientKey, id);
  }

  whereIs(clientKey: string): "saved" | "waiting" | "refused" {
    if (this.ids.has(clientKey)) return "saved";
    return this.refusals.some((one) => one.clientKey === clientKey) ? "refused" : "waiting";
  }

  /** What was refused has been read; the sentence goes back to what is saved. */
  dismissRefusals(): void {
    this.refusals.length = 0;
    if (this.state === "refused") this.settle();
    this.changed();
  }

  private take(kept: readonly Placed[]): void {
    const news = kept.map(({ entry }) => entry).filter((entry) => !this.waiting.some((one) => isSame(one, entry)));
    this.waiting.unshift(...news);
    if (kept.length > 0) this.sendNow();
  }

  private enqueue(entry: Entry): void {
    this.waiting.push(entry);
    if (this.state === "saved" || this.state === "refused") this.state = "sending";
    this.changed();
    this.unstored.add(entry);
    void this.store.add(entry).then(() => {
      this.unstored.delete(entry);
      this.news.postMessage({ added: entry } satisfies News);
      void this.send();
    });
  }

  private sendNow(): void {
    clearTimeout(this.timer);
    void this.send();
  }

  private async send(): Promise<void> {
    this.asked = true;
    if (this.sending) return;
    this.sending = true;
    try {
      while (this.asked) {
        this.asked = false;
        while (await this.alone(() => this.sendFirst()));
      }
    } finally {
      this.sending = false;
    }
  }

  /** Sends the first entry of all tabs. True if another may follow at once. */
  private async sendFirst(): Promise<boolean> {
    const kept = await this.store.all();
    const first = kept[0];
    if (first === undefined) {
      this.waiting = this.waiting.filter((entry) => this.unstored.has(entry));
      this.settle();
      this.changed();
      return false;
    }
    const delivery = await this.deliverUnlessTakenBack(first.entry, kept);
    if (delivery.kind === "wait") {
      this.wait(delivery.state);
      return false;
    }
    const { clientKey } = delivery;
    const gone = kept.filter(
      ({ entry }) => entry === first.entry || (delivery.kind === "withdrawn" && isAbout(entry, clientKey)),
    );
    for (const { place } of gone) await this.store.remove(place);
    this.pause = FIRST_PAUSE;
    const news = { delivered: delivery, gone: gone.map(({ entry }) => entry) };
    this.news.postMessage(news satisfies News);
    this.note(news);
    return true;
  }

  /** What was taken back before it left need not leave at all. */
  private deliverUnlessTakenBack(entry: Entry, kept: readonly Placed[]): Promise<Delivery> {
    const clientKey = "answer" in entry ? entry.answer.clientKey : undefined;
    const back = kept.some((one) => "withdraws" in one.entry && one.entry.withdraws === clientKey);
    if (clientKey !== undefined && back) return Promise.resolve({ kind: "withdrawn", clientKey });
    return deliver(this.project, entry, (key) => this.ids.get(key));
  }

  private note({ delivered: delivery, gone }: { delivered: Delivery; gone: Entry[] }): void {
    if (delivery.kind === "wait") return;
    this.waiting = this.waiting.filter((entry) => !gone.some((one) => isSame(one, entry)));
    if (delivery.kind === "saved") {
      this.ids.set(delivery.clientKey, delivery.id);
      this.saved += 1;
    } else if (delivery.kind === "withdrawn") {
      if (this.ids.delete(delivery.clientKey)) this.saved = Math.max(0, this.saved - 1);
    } else this.refusals.push(delivery);
    this.settle();
    this.changed();
  }

  private hear(news: News): void {
    if ("added" in news) {
      if (!this.waiting.some((one) => isSame(one, news.added))) this.waiting.push(news.added);
      this.settle();
      this.changed();
    } else this.note(news);
  }

  private settle(): void {
    this.state = this.refusals.length > 0 ? "refused" : this.waiting.length > 0 ? "sending" : "saved";
  }

  private wait(state: SaveState): void {
    this.state = state;
    this.changed();
    clearTimeout(this.timer);
    this.timer = window.setTimeout(() => void this.send(), this.pause);
    this.pause = Math.min(this.pause * 2, LONGEST_PAUSE);
  }

  private changed(): void {
    this.listeners.forEach((listener) => listener());
  }
}
