import { words } from "../messages/words";
import { need, text } from "../shared/dom";
import type { ShownImage } from "../shared/types";
import { Adjust } from "./adjust";
import { listenToPointers } from "./pointers";
import type { ReadyImage } from "./ready-image";
import { type Point, Viewport } from "./viewport";

/** As in the style sheet: there the image has the stage to itself. */
const PHONE = window.matchMedia("(max-width: 640px)");
const MIDDLE: Point = { x: 0, y: 0 };

/** The image on its neutral ground: fit, zoom, pan, and how it is shown. */
export class Stage {
  readonly adjust: Adjust;
  private readonly view = need(".stage-view");
  private readonly port = new Viewport();
  private shown: ReadyImage<ShownImage> | undefined;
  private sharp: boolean | undefined;

  constructor() {
    this.adjust = new Adjust(this.view);
    new ResizeObserver(() => this.place()).observe(this.view);
    this.view.addEventListener("dblclick", () => this.fit());
    listenToPointers(this.view, {
      movedBy: (x, y) => this.change(() => !this.port.fitted && this.port.moveBy(x, y)),
      pinchedBy: (factor, at) => this.change(() => this.port.zoomBy(factor, at)),
      wheeled: (direction, at) =>
        this.adjust.held === undefined ? this.change(() => this.port.step(direction, at)) : this.adjust.step(direction),
    });
    need("[data-zoom=out]").addEventListener("click", () => this.zoom(-1));
    need("[data-zoom=in]").addEventListener("click", () => this.zoom(1));
    need("[data-zoom=fit]").addEventListener("click", () => this.fit());
    need("[data-zoom=pixels]").addEventListener("click", () => {
      this.sharp = !this.isSharp();
      this.draw();
    });
  }

  show(image: ReadyImage<ShownImage>): void {
    this.shown = image;
    this.port.fitted = true;
    this.view.replaceChildren(image.picture);
    text(".stage-meta [data-fill=filename]", image.item.filename);
    text(".stage-meta [data-fill=size]", words.shared.pixels(image.item.width, image.item.height));
    this.place();
  }

  clear(): void {
    this.shown = undefined;
    this.view.replaceChildren();
    text(".stage-meta [data-fill=filename]", "");
    text(".stage-meta [data-fill=size]", "");
  }

  zoom(direction: 1 | -1): void {
    this.change(() => this.port.step(direction, MIDDLE));
  }

  fit(): void {
    this.change(() => this.port.fit(PHONE.matches));
  }

  private change(act: () => void): void {
    if (this.shown === undefined) return;
    act();
    this.draw();
  }

  private place(): void {
    if (this.shown === undefined) return;
    const stage = { width: this.view.clientWidth, height: this.view.clientHeight };
    this.port.resize(this.shown.item, stage, PHONE.matches);
    this.draw();
  }

  private isSharp(): boolean {
    return this.sharp ?? this.port.sharp;
  }

  private draw(): void {
    const image = this.shown;
    if (image === undefined) return;
    if (this.port.width * window.devicePixelRatio > image.renderedWidth) this.sharpen(image);
    const style = this.view.style;
    style.setProperty("--width", `${this.port.width}px`);
    style.setProperty("--height", `${this.port.height}px`);
    style.setProperty("--x", `${Math.round(this.port.x)}px`);
    style.setProperty("--y", `${Math.round(this.port.y)}px`);
    this.view.classList.toggle("crisp", this.isSharp());
    this.view.classList.toggle("movable", !this.port.fitted);
    need("[data-zoom=pixels]").setAttribute("aria-pressed", String(this.isSharp()));
    text(".tools .zoom", this.port.percent);
  }

  /** A large photo comes scaled at first; whoever looks closer gets all of its pixels, once they are here. */
  private sharpen(image: ReadyImage<ShownImage>): void {
    void image.whole().then((whole) => {
      if (whole === undefined || this.shown !== image || this.view.firstChild === whole) return;
      this.view.replaceChildren(whole);
      this.draw();
    });
  }
}
