import { words } from "../messages/words";
import type { QueueItem, ShownImage } from "../shared/types";

/** Longest side of what the server scales for a screen; images up to this size come as they are. */
const SCREEN = 1600;

/** An image and its picture; one that was prepared is on the screen with the next frame. */
export class ReadyImage<Item extends ShownImage = QueueItem> {
  /** How many pixels the picture has across; fewer than the image where that is large. */
  readonly renderedWidth: number;
  private decoded = false;
  private scaled: HTMLImageElement | undefined;
  private full: Promise<HTMLImageElement | undefined> | undefined;

  constructor(readonly item: Item) {
    const shrunk = Math.min(1, SCREEN / Math.max(item.width, item.height));
    this.renderedWidth = shrunk < 1 ? Math.round(item.width * shrunk) : Infinity;
  }

  get picture(): HTMLImageElement {
    const scaled = this.renderedWidth < Infinity;
    this.scaled ??= pictureOf(this.item, scaled ? `/api/images/${this.item.image}/screen` : this.item.url);
    return this.scaled;
  }

  /** Fetches it long before it is asked for: the network may go away meanwhile. */
  fetch(): this {
    void this.picture;
    // The strip shows it later.
    new Image().src = this.item.thumbnail;
    return this;
  }

  /** Decodes it, too: what is decoded takes far more memory. */
  prepare(): void {
    if (this.decoded) return;
    this.decoded = true;
    this.picture.decode().catch(() => undefined);
  }

  /** The image with all of its pixels; none if they cannot be had now. */
  whole(): Promise<HTMLImageElement | undefined> {
    this.full ??= this.fetchWhole();
    return this.full;
  }

  private async fetchWhole(): Promise<HTMLImageElement | undefined> {
    const whole = pictureOf(this.item, this.item.url);
    try {
      await whole.decode();
      return whole;
    } catch {
      // The network may come back: the next look tries again.
      this.full = undefined;
      return undefined;
    }
  }
}

function pictureOf(item: ShownImage, address: string): HTMLImageElement {
  const picture = new Image(item.width, item.height);
  picture.alt = words.desk.imageAlt(item.filename);
  picture.draggable = false;
  picture.decoding = "sync";
  picture.src = address;
  return picture;
}
