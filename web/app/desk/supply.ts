import { api } from "../shared/api";
import type { QueueItem } from "../shared/types";
import type { Held } from "./held";
import { ReadyImage } from "./ready-image";

/** Held ready at least, also before it is known how fast somebody is; and at most, whoever waits for them. */
const LEAST = 12;
const MOST = 60;

/** So long a network may be away. Of a lease half is enough: what is held longer might go to somebody else. */
const AWAY = 120_000;
const SHARE_OF_LEASE = 0.5;

/** Fetched at a time: many at once would keep the network and the processor from the answers that are given meanwhile. */
const STEP = 6;

/** What is decoded takes memory, what is only fetched hardly any. */
const DECODED = 12;

/** How many images last for two minutes at this pace, as far as their lease allows; milliseconds. */
export function enough(pace: number | undefined, lease: number): number {
  if (pace === undefined) return LEAST;
  const images = Math.ceil(Math.min(AWAY, SHARE_OF_LEASE * lease) / Math.max(1, pace));
  return Math.max(LEAST, Math.min(MOST, images));
}

/** The next images, claimed and decoded ahead, so that the next one appears at once. */
export class Supply {
  private readonly ready: ReadyImage[] = [];
  private claiming: Promise<void> | undefined;
  private first = true;
  private lease = Infinity;

  /**
   * @param isHeld whether an image is being asked, or its answer has not left yet
   * @param pace milliseconds an image; undefined while that is not known
   * @param room how many images more this person has time for; undefined where no time was set
   */
  constructor(
    private readonly project: number,
    private readonly held: Held,
    private readonly isHeld: (image: number) => boolean,
    private readonly pace: () => number | undefined,
    private readonly room: () => number | undefined,
  ) {}

  get upcoming(): readonly ReadyImage[] {
    return this.ready;
  }

  /** The next image, or none when the queue has nothing for this person now. */
  async next(): Promise<ReadyImage | undefined> {
    if (this.ready.length === 0) await this.claim();
    const taken = this.ready.shift();
    this.prepareFirst();
    if (this.isShort) void this.claim().catch(() => undefined);
    return taken;
  }

  /** An image that was taken back is asked again before anything else. */
  putBack(image: ReadyImage): void {
    this.ready.unshift(image);
  }

  /** For whoever comes next: this image and all that are ready. What was answered is not among them. */
  giveBack(asked: ReadyImage | undefined): void {
    const left = asked === undefined ? this.ready.splice(0) : [asked, ...this.ready.splice(0)];
    this.held.giveBack(left.map(({ item }) => item));
    this.first = true;
  }

  private wanted(): number {
    return Math.min(enough(this.pace(), this.lease), this.room() ?? MOST);
  }

  private get isShort(): boolean {
    const wanted = this.wanted();
    const missing = wanted - this.ready.length;
    return missing > 0 && missing >= Math.min(STEP, wanted / 2);
  }

  private prepareFirst(): void {
    this.ready.slice(0, DECODED).forEach((image) => image.prepare());
  }

  private claim(): Promise<void> {
    this.claiming ??= this.ask().finally(() => (this.claiming = undefined));
    return this.claiming;
  }

  private async ask(): Promise<void> {
    // The first claim of a page also gives back what this person still holds from the page before.
    const wanted = { count: Math.max(1, this.wanted() - this.ready.length), again: this.first };
    const { items } = await api.post<{ items: QueueItem[] }>(`/api/projects/${this.project}/queue/claim`, wanted);
    this.first = false;
    void this.held.lookAround();
    for (const item of items) {
      if (this.isHeld(item.image) || this.ready.some((one) => one.item.image === item.image)) continue;
      this.ready.push(new ReadyImage(item).fetch());
      for (const { thumbnail } of item.nearest ?? []) new Image().src = thumbnail;
    }
    this.prepareFirst();
    const last = items.at(-1);
    if (last !== undefined) this.lease = Date.parse(last.leasedUntil) - Date.now();
  }
}
