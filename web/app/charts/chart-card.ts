import type { EChartsCoreOption, EChartsType } from "echarts/core";
import { el, need } from "../shared/dom";
import { failureNote } from "../shared/failure";
import { chartTable, type ChartTable } from "./chart-table";
import { look, onLookChange, type Look } from "./look";

/** One chart, ready to be drawn; `parts.ts` has what its option is made of. */
export interface Picture {
  /** A sentence that explains it to an expert of the images; left out, the card keeps what it says. */
  say?: string;
  /** For those who do not see it: the numbers that matter. */
  title: string;
  height: (width: number) => number;
  /** Asked again whenever the width or the theme changes. */
  option: (look: Look, width: number) => EChartsCoreOption;
  table: ChartTable;
  /** For brushes, zooms and presses: once, when the canvas is there. */
  ready?: (chart: EChartsType) => void;
}

/** Why there is no picture yet, and what to do. */
export interface NoPicture {
  empty: string;
  next?: string;
}

/**
 * A card with a chart: `<section class="card" data-chart="name">` with `frame/chart-tools`, a `[data-chart-say]` and a
 * `[data-chart-place]`. It shows the picture or its table, nothing yet, that it waits, or what failed.
 */
export class ChartCard {
  private readonly place: HTMLElement;
  private readonly name: string;
  private canvas: HTMLElement | null = null;
  private chart: EChartsType | null = null;
  private picture: Picture | null = null;
  private asTable = false;
  private drawing = Promise.resolve();

  constructor(private readonly card: HTMLElement) {
    this.place = need("[data-chart-place]", card);
    this.name = need("h2", card).textContent ?? "";
    const toggle = card.querySelector<HTMLButtonElement>("[data-do=chart-table]");
    toggle?.addEventListener("click", () => {
      this.asTable = !this.asTable;
      toggle.setAttribute("aria-pressed", String(this.asTable));
      this.redraw();
    });
    onLookChange(() => this.redraw());
    let width = this.place.clientWidth;
    new ResizeObserver(() => {
      if (this.place.clientWidth === width) return;
      width = this.place.clientWidth;
      if (!this.asTable) this.redraw();
    }).observe(this.place);
  }

  /** Reads what the chart shows and draws it; a failure is said in its place, with a way to try again. */
  async fill<T>(read: () => Promise<T>, draw: (read: T) => Picture | NoPicture): Promise<void> {
    if (this.picture === null) this.replace(el("div", { class: "skeleton chart-skeleton" }));
    try {
      this.show(draw(await read()));
    } catch (error) {
      // What was drawn before is still true; it only is not new.
      if (this.picture === null) this.replace(failureNote(error, () => void this.fill(read, draw)));
    }
  }

  show(picture: Picture | NoPicture): void {
    const tools = this.card.querySelector<HTMLElement>(".chart-tools");
    if (tools !== null) tools.hidden = "empty" in picture;
    if ("empty" in picture) {
      this.picture = null;
      this.say("");
      this.replace(
        el("div", { class: "empty chart-empty" }, el("p", { class: "t16 b" }, picture.empty), picture.next !== undefined && el("p", { class: "t2" }, picture.next)),
      );
      return;
    }
    this.picture = picture;
    if (picture.say !== undefined) this.say(picture.say);
    this.redraw();
  }

  private say(text: string): void {
    const say = this.card.querySelector<HTMLElement>("[data-chart-say]");
    if (say === null) return;
    say.hidden = text === "";
    if (say.textContent !== text) say.textContent = text;
  }

  private redraw(): void {
    const picture = this.picture;
    if (picture === null) return;
    if (this.asTable) this.replace(chartTable(this.name, picture.table));
    // One after the other, so that the newest is what stays.
    else this.drawing = this.drawing.then(() => this.draw(picture)).catch((error: unknown) => this.replace(failureNote(error)));
  }

  private async draw(picture: Picture): Promise<void> {
    const { init } = await import("./_engine");
    if (this.picture !== picture || this.asTable) return;
    const width = this.place.clientWidth;
    if (width === 0) return;
    const height = picture.height(width);
    if (this.canvas === null || !this.canvas.isConnected) {
      const canvas = el("div", { class: "chart-canvas", role: "img" });
      this.replace(canvas);
      this.canvas = canvas;
      this.chart = init(canvas, null, { renderer: "canvas", width, height });
      picture.ready?.(this.chart);
    }
    this.canvas.setAttribute("aria-label", picture.title);
    this.chart?.resize({ width, height });
    this.chart?.setOption(picture.option(look(), width), { notMerge: true });
    this.canvas.dataset["drawn"] = "true";
  }

  private replace(content: HTMLElement): void {
    if (this.chart !== null && content !== this.canvas) {
      this.chart.dispose();
      this.chart = null;
      this.canvas = null;
    }
    this.place.replaceChildren(content);
  }
}

