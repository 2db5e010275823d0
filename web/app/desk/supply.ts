import { api } from "../shared/api";
import type { QueueItem } from "../shared/types";
import { ReadyImage } from "./ready-image";

/** How many images are held ready at most, and at least: fast fingers find the next ones decoded, and so does a minute without a network. */
const MOST = 12;
const LEAST = 6;

/** The next images, claimed and decoded ahead, so that the next one appears at once. */
export class Supply {
  private readonly ready: ReadyImage[] = [];
  private claiming: Promise<void> | undefined;
  private first = true;

  /** @param isHeld whether an image is being asked, or its answer has not left yet */
  constructor(
    private readonly project: number,
    private readonly isHeld: (image: number) => boolean,
  ) {}

  get upcoming(): readonly ReadyImage[] {
    return this.ready;
  }

  /** The next image, or none when the queue has nothing for this person now. */
  async next(): Promise<ReadyImage | undefined> {
    if (this.ready.length === 0) await this.claim();
    const taken = this.ready.shift();
    if (this.ready.length < LEAST) void this.claim().catch(() => undefined);
    return taken;
  }

  /** An image that was taken back is asked again before anything else. */
  putBack(image: ReadyImage): void {
    this.ready.unshift(image);
  }

  private claim(): Promise<void> {
    this.claiming ??= this.ask().finally(() => (this.claiming = undefined));
    return this.claiming;
  }

  private async ask(): Promise<void> {
    // The first claim of a page also gives back what this person still holds from the page before.
    const wanted = { count: Math.max(1, MOST - this.ready.length), again: this.first };
    const { items } = await api.post<{ items: QueueItem[] }>(`/api/projects/${this.project}/queue/claim`, wanted);
    this.first = false;
    for (const item of items) {
      if (this.isHeld(item.image) || this.ready.some((one) => one.item.image === item.image)) continue;
      this.ready.push(new ReadyImage(item).prepare());
    }
  }
}
