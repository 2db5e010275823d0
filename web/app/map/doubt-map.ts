import { ChartCard } from "../charts/chart-card";
import { look, onLookChange } from "../charts/look";
import { words } from "../messages/words";
import { need, text } from "../shared/dom";
import { thresholdsOf } from "../shared/doubts";
import { doubtHistory, readDoubtHistory } from "./doubt-history";
import { areaQuery, doubtArea, mapQuery, readDoubtMap, type Area, type Colour, type DoubtMap } from "./doubt-map-data";
import { doubtPicture, marginOf } from "./doubt-picture";
import { legend } from "./legend";
import { Plane, startBrush, zoomed } from "./plane";
import { Selection } from "./selection";
import { ThresholdLines } from "./thresholds";

const COLUMNS = 64;
const ROWS = 48;

/** The map of the two doubts: looked at by windows, chosen from by rectangles. */
class DoubtMapPage {
  private readonly project: number;
  private readonly card = new ChartCard(need("[data-chart=doubt-map]"));
  private readonly surface = need(".map-plane");
  private readonly brush = need(".map-brush");
  private readonly fields = need<HTMLFormElement>(".map-area");
  private readonly prediction = need<HTMLSelectElement>("#prediction");
  private readonly lines: ThresholdLines;
  private readonly selection: Selection;
  private colour: Colour = "route";
  private area: Area | null = null;
  private chosen: Area | null = null;
  private map: DoubtMap | null = null;
  private asked = 0;

  constructor(root: HTMLElement) {
    this.project = Number(root.dataset["project"]);
    const high = thresholdsOf(root);
    this.lines = new ThresholdLines(this.project, high, () => this.load());
    this.selection = new Selection(need(".map-side"), this.project, high, {
      cleared: () => this.drawBrush(null),
      counted: (images) => text(".map-brush-count", words.map.images(images), this.brush),
      changed: () => this.load(),
    });
  }

  start(): void {
    for (const button of document.querySelectorAll<HTMLButtonElement>("[data-colour]")) {
      button.addEventListener("click", () => {
        this.colour = button.dataset["colour"] as Colour;
        for (const other of document.querySelectorAll("[data-colour]")) other.setAttribute("aria-pressed", String(other === button));
        this.load();
      });
    }
    this.prediction.addEventListener("change", () => {
      this.load();
      if (this.chosen !== null) this.choose(this.chosen);
    });
    need("[data-do=zoom-in]").addEventListener("click", () => this.zoom(this.chosen ?? this.about(0.5)));
    need("[data-do=zoom-out]").addEventListener("click", () => this.zoom(this.about(2)));
    need("[data-do=zoom-all]").addEventListener("click", () => this.zoom(null));
    startBrush(this.surface, () => this.plane(), {
      moved: (area) => this.drawBrush(area),
      done: (area) => this.choose(area),
      zoomed: (factor, x, y) => {
        const plane = this.plane();
        if (plane !== null && this.map !== null) this.zoom(zoomed(this.map.window, factor, plane.data(x), plane.model(y)));
      },
    });
    this.fields.addEventListener("submit", (event) => {
      event.preventDefault();
      const value = (name: string): number => Number(new FormData(this.fields).get(name));
      this.choose({ xFrom: value("dataFrom"), xTo: value("dataTo"), yFrom: value("modelFrom"), yTo: value("modelTo") });
    });
    new ResizeObserver(() => this.drawOverlay()).observe(this.surface);
    onLookChange(() => this.drawLegend());
    this.load();
    void new ChartCard(need("[data-chart=doubt-history]")).fill(() => readDoubtHistory(this.project), doubtHistory);
  }

  private load(): void {
    const query = mapQuery({ area: this.area, colour: this.colour, prediction: this.prediction.value }, COLUMNS, ROWS);
    need<HTMLAnchorElement>("[data-chart=doubt-map] .chart-tools a").href = `/api/projects/${this.project}/maps/doubts/cells.csv?${query}`;
    this.asked += 1;
    const asked = this.asked;
    const colour = this.colour;
    void this.card.fill(
      async () => {
        const map = await readDoubtMap(this.project, query);
        // A slow answer must not take the place of a newer one.
        return asked === this.asked ? map : (this.map ?? map);
      },
      (map) => {
        if (map.model === null) {
          this.surface.toggleAttribute("data-empty", true);
          return { empty: words.map.noModel, next: words.map.noModelNext };
        }
        this.map = map;
        this.surface.toggleAttribute("data-plain", colour !== "route");
        text("[data-fill=map-counts]", words.map.counts(map.shown, map.images, map.model));
        this.drawLegend();
        window.requestAnimationFrame(() => this.drawOverlay());
        return doubtPicture(map, asked === this.asked ? colour : this.colour, (area) => this.choose(area));
      },
    );
  }

  private plane(): Plane | null {
    const canvas = this.surface.querySelector<HTMLElement>(".chart-canvas");
    if (this.map === null || canvas === null || canvas.clientWidth === 0) return null;
    return new Plane(this.map.window, marginOf(canvas.clientWidth), { width: canvas.clientWidth, height: canvas.clientHeight });
  }

  private about(factor: number): Area | null {
    if (this.map === null) return null;
    const { window } = this.map;
    return zoomed(window, factor, (window.xFrom + window.xTo) / 2, (window.yFrom + window.yTo) / 2);
  }

  private zoom(area: Area | null): void {
    this.area = area;
    this.load();
  }

  private choose(area: Area): void {
    this.drawBrush(area);
    const prediction = this.prediction.value;
    this.selection.choose({
      query: { ...areaQuery(area), ...(prediction === "" ? {} : { prediction }) },
      body: { area: doubtArea(area), ...(prediction === "" ? {} : { prediction }) },
    });
  }

  private drawBrush(area: Area | null): void {
    this.chosen = area;
    if (area !== null) {
      for (const [name, value] of Object.entries(doubtArea(area))) need<HTMLInputElement>(`[name=${name}]`, this.fields).value = String(Number(Number(value).toFixed(3)));
      text(".map-brush-count", "", this.brush);
    } else this.fields.reset();
    this.drawOverlay();
  }

  private drawOverlay(): void {
    const plane = this.plane();
    if (plane === null || this.map === null) return;
    this.surface.toggleAttribute("data-empty", false);
    this.surface.style.setProperty("--left", `${marginOf(this.surface.clientWidth).left}px`);
    this.surface.style.setProperty("--right", `${marginOf(this.surface.clientWidth).right}px`);
    this.surface.style.setProperty("--foot", `${marginOf(this.surface.clientWidth).bottom}px`);
    this.lines.show(plane, this.map.thresholds);
    const area = this.chosen;
    this.brush.hidden = area === null;
    if (area === null) return;
    const left = plane.x(area.xFrom);
    const top = plane.y(area.yTo);
    const place: Record<string, number> = { "--x": left, "--y": top, "--width": plane.x(area.xTo) - left, "--height": plane.y(area.yFrom) - top };
    for (const [name, value] of Object.entries(place)) this.brush.style.setProperty(name, `${value}px`);
  }

  private drawLegend(): void {
    if (this.map !== null) need("[data-fill=legend]").replaceChildren(...legend(this.map.kinds, this.colour, look()));
  }
}

export function startDoubtMap(root: HTMLElement): void {
  new DoubtMapPage(root).start();
}
