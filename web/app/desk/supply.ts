import { api } from "../shared/api";
import type { QueueItem } from "../shared/types";

/** How many images are held ready; a claim is made when fewer than half are left. */
const HELD = 6;

export interface ReadyImage {
  item: QueueItem;
  picture: HTMLImageElement;
}

/** The next images, claimed and decoded ahead, so that the next one appears at once. */
export class Supply {
  private readonly ready: ReadyImage[] = [];
  private readonly seen = new Set<number>();
  private claiming: Promise<void> | undefined;
  private first = true;

  constructor(private readonly project: number) {}

  get upcoming(): readonly ReadyImage[] {
    return this.ready;
  }

  /** The next image, or none when the queue has nothing for this person now. */
  async next(): Promise<ReadyImage | undefined> {
    if (this.ready.length === 0) await this.claim();
    const taken = this.ready.shift();
    if (this.ready.length < HELD / 2) void this.claim().catch(() => undefined);
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
    const wanted = { count: HELD - this.ready.length, again: this.first };
    const { items } = await api.post<{ items: QueueItem[] }>(`/api/projects/${this.project}/queue/claim`, wanted);
    this.first = false;
    for (const item of items) {
      if (this.seen.has(item.image)) continue;
      this.seen.add(item.image);
      this.ready.push({ item, picture: decodeAhead(item) });
    }
  }

  /** A skipped or withdrawn image may be served again later. */
  forget(image: number): void {
    this.seen.delete(image);
  }
}

function decodeAhead(item: QueueItem): HTMLImageElement {
  // The strip shows it later, perhaps when the network is away.
  new Image().src = item.thumbnail;
  const picture = new Image(item.width, item.height);
  picture.alt = `Image to be labelled: ${item.filename}`;
  picture.draggable = false;
  picture.decoding = "sync";
  picture.src = item.url;
  picture.decode().catch(() => undefined);
  return picture;
}
