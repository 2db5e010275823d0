/** Below this edge an image is shown in whole multiples of its pixels, which stay sharp squares. */
const SMALL = 128;
const LARGEST_FIT = 600;
/** From here on single pixels can be told apart, and smoothing would only hide them. */
const SHARP = 4;
const LARGEST = 64;
const KEPT_IN_SIGHT = 64;

/** Scales at which the steps of a large image stop; whole multiples once its pixels are seen. */
const STEPS = [0.05, 0.1, 0.125, 0.17, 0.25, 0.33, 0.5, 0.67, 0.75, 1, 1.25, 1.5, 2, 3, 4, 6, 8, 12, 16, 24, 32];

export interface Point {
  x: number;
  y: number;
}

export interface Size {
  width: number;
  height: number;
}

/** Where an image lies on the stage: its scale, and how far its middle is from the stage's. */
export class Viewport {
  fitted = true;
  x = 0;
  y = 0;
  private raw = 1;
  private image: Size = { width: 1, height: 1 };
  private stage: Size = { width: 1, height: 1 };

  /** Screen pixels to one of the image. */
  get scale(): number {
    return this.small ? Math.max(1, Math.round(this.raw)) : this.raw;
  }

  get small(): boolean {
    return Math.max(this.image.width, this.image.height) < SMALL;
  }

  get sharp(): boolean {
    return this.small || this.scale >= SHARP;
  }

  get width(): number {
    return Math.round(this.image.width * this.scale);
  }

  get height(): number {
    return Math.round(this.image.height * this.scale);
  }

  get percent(): string {
    return this.small ? `${this.scale} ×` : `${Math.round(this.scale * 100)} %`;
  }

  /** Another image, or another stage: where nobody has zoomed, the image fits again. */
  resize(image: Size, stage: Size, phone: boolean): void {
    this.image = image;
    this.stage = stage;
    if (this.fitted) this.fit(phone);
    else this.keepInSight();
  }

  fit(phone: boolean): void {
    const margin = phone ? 0 : 48;
    const room = phone ? this.stage.height : this.stage.height - 138;
    const most = phone ? Infinity : LARGEST_FIT;
    const widest = Math.min(most, this.stage.width - margin);
    const highest = Math.max(120, Math.min(most, room));
    const free = Math.min(widest / this.image.width, highest / this.image.height);
    this.raw = this.small ? Math.max(1, Math.floor(free)) : free;
    this.x = 0;
    this.y = phone ? 0 : -8;
    this.fitted = true;
  }

  /** One step larger or smaller; what lies under the point stays there. */
  step(direction: 1 | -1, at: Point): void {
    const now = this.scale;
    this.zoomTo(this.small ? now + direction * Math.max(1, Math.round(now / 8)) : nextStep(now, direction), at);
  }

  /** By any factor, as two fingers do it. */
  zoomBy(factor: number, at: Point): void {
    this.zoomTo(this.raw * factor, at);
  }

  moveBy(x: number, y: number): void {
    this.x += x;
    this.y += y;
    this.keepInSight();
  }

  private zoomTo(wanted: number, at: Point): void {
    const before = this.scale;
    const least = this.small ? 1 : Math.min(STEPS[0] ?? 0.05, before);
    this.raw = Math.max(least, Math.min(LARGEST, wanted));
    const grown = this.scale / before;
    this.x = at.x - (at.x - this.x) * grown;
    this.y = at.y - (at.y - this.y) * grown;
    this.fitted = false;
    this.keepInSight();
  }

  /** However it is dragged, a corner stays to drag it back by. */
  private keepInSight(): void {
    const within = (value: number, length: number, room: number): number => {
      const most = Math.max(0, (length + room) / 2 - KEPT_IN_SIGHT);
      return Math.max(-most, Math.min(most, value));
    };
    this.x = within(this.x, this.width, this.stage.width);
    this.y = within(this.y, this.height, this.stage.height);
  }
}

function nextStep(now: number, direction: 1 | -1): number {
  const near = 0.005 * now;
  return direction > 0
    ? (STEPS.find((step) => step > now + near) ?? LARGEST)
    : (STEPS.filter((step) => step < now - near).at(-1) ?? now);
}
