import { need, text } from "../shared/dom";
import { count } from "../shared/format";
import type { ReadyImage } from "./supply";

/** Below this edge an image is shown in whole multiples of its pixels, which stay sharp squares. */
const SMALL = 128;
const LARGEST_FIT = 600;
const STEP = 1.25;

/** As in the style sheet: there the image has the stage to itself. The stage of a small screen may be as narrow. */
const PHONE = window.matchMedia("(max-width: 640px)");

/** The image on its neutral ground: fit, zoom, pan. */
export class Stage {
  private readonly view = need(".stage-view");
  private picture: HTMLImageElement | undefined;
  private size = { width: 1, height: 1 };
  private scale = 1;
  private x = 0;
  private y = 0;
  private fitted = true;
  private crisp: boolean | undefined;

  constructor() {
    new ResizeObserver(() => (this.fitted ? this.fit() : this.draw())).observe(this.view);
    this.view.addEventListener("wheel", (event) => this.onWheel(event), { passive: false });
    this.view.addEventListener("dblclick", () => this.fit());
    this.view.addEventListener("pointerdown", (event) => this.startDrag(event));
    need("[data-zoom=out]").addEventListener("click", () => this.zoom(-1));
    need("[data-zoom=in]").addEventListener("click", () => this.zoom(1));
    need("[data-zoom=fit]").addEventListener("click", () => this.fit());
    need("[data-zoom=pixels]").addEventListener("click", () => {
      this.crisp = !this.isCrisp();
      this.draw();
    });
  }

  show({ picture, item }: ReadyImage): void {
    this.picture = picture;
    this.size = { width: item.width, height: item.height };
    this.view.replaceChildren(picture);
    text(".stage-meta [data-fill=filename]", item.filename);
    text(".stage-meta [data-fill=size]", `${count(item.width)} × ${count(item.height)} px`);
    this.fit();
  }

  clear(): void {
    this.picture = undefined;
    this.view.replaceChildren();
    text(".stage-meta [data-fill=filename]", "");
    text(".stage-meta [data-fill=size]", "");
  }

  zoom(direction: 1 | -1): void {
    if (this.picture === undefined) return;
    this.fitted = false;
    if (this.isSmall()) this.scale = Math.max(1, Math.round(this.scale) + direction * Math.max(1, Math.round(this.scale / 8)));
    else this.scale = Math.max(0.1, Math.min(16, this.scale * (direction > 0 ? STEP : 1 / STEP)));
    this.draw();
  }

  fit(): void {
    if (this.picture === undefined) return;
    const { width, height } = this.size;
    const phone = PHONE.matches;
    const margin = phone ? 0 : 48;
    const room = phone ? this.view.clientHeight : this.view.clientHeight - 138;
    const widest = Math.min(phone ? Infinity : LARGEST_FIT, this.view.clientWidth - margin);
    const highest = Math.max(120, Math.min(phone ? Infinity : LARGEST_FIT, room));
    const free = Math.min(widest / width, highest / height);
    this.scale = this.isSmall() ? Math.max(1, Math.floor(free)) : free;
    this.x = 0;
    this.y = phone ? 0 : -8;
    this.fitted = true;
    this.draw();
  }

  private isSmall(): boolean {
    return Math.max(this.size.width, this.size.height) < SMALL;
  }

  private isCrisp(): boolean {
    return this.crisp ?? (this.isSmall() || this.scale >= 6);
  }

  private draw(): void {
    const picture = this.picture;
    if (picture === undefined) return;
    const style = picture.style;
    style.setProperty("--width", `${Math.round(this.size.width * this.scale)}px`);
    style.setProperty("--height", `${Math.round(this.size.height * this.scale)}px`);
    style.setProperty("--x", `${Math.round(this.x)}px`);
    style.setProperty("--y", `${Math.round(this.y)}px`);
    picture.classList.toggle("crisp", this.isCrisp());
    this.view.classList.toggle("movable", !this.fitted);
    need("[data-zoom=pixels]").setAttribute("aria-pressed", String(this.isCrisp()));
    text(".tools .zoom", this.isSmall() ? `${Math.round(this.scale)} ×` : `${Math.round(this.scale * 100)} %`);
  }

  private onWheel(event: WheelEvent): void {
    event.preventDefault();
    this.zoom(event.deltaY < 0 ? 1 : -1);
  }

  private startDrag(start: PointerEvent): void {
    if (this.picture === undefined || this.fitted) return;
    const from = { x: start.clientX - this.x, y: start.clientY - this.y };
    const move = (event: PointerEvent): void => {
      this.x = event.clientX - from.x;
      this.y = event.clientY - from.y;
      this.draw();
    };
    this.view.setPointerCapture(start.pointerId);
    this.view.addEventListener("pointermove", move);
    this.view.addEventListener("pointerup", () => this.view.removeEventListener("pointermove", move), { once: true });
  }
}
