import { ChartCard, type Picture } from "../charts/chart-card";
import { look, onLookChange } from "../charts/look";
import { frame, tip } from "../charts/parts";
import { words } from "../messages/words";
import { listedTile, type Listed } from "../pool/similar";
import { showViewer } from "../pool/viewer";
import { api } from "../shared/api";
import { el, need, text } from "../shared/dom";
import { thresholdsOf } from "../shared/doubts";
import { failureNote } from "../shared/failure";
import { percent } from "../shared/format";
import type { PoolImage, Thresholds } from "../shared/types";
import type { Area, Colour, DoubtMap } from "./doubt-map-data";
import { tableRows } from "./cell-table";
import { hidden, images, type Margin } from "./doubt-picture";
import { legend } from "./legend";
import { Plane, startBrush, zoomed, type Place } from "./plane";
import { Selection } from "./selection";
import { kindName } from "./marks";

const CELLS = 72;
const EDGE = 10;
/** With room for the marks at the edge. */
const ALL: Area = { xFrom: -0.02, xTo: 1.02, yFrom: -0.02, yTo: 1.02 };
/** A line of so many corners is as good as one of more. */
const CORNERS = 120;

function square(width: number, height: number): Margin {
  const side = Math.min(width, height) - 2 * EDGE;
  return { left: (width - side) / 2, right: (width - side) / 2, top: (height - side) / 2, bottom: (height - side) / 2 };
}

const heightOf = (width: number): number => Math.min(width, Math.max(460, window.innerHeight - 236));

/** The plane on which alike images lie close together: chosen from by a line around them. */
class LikenessMapPage {
  private readonly project: number;
  private readonly high: Thresholds;
  private readonly card = new ChartCard(need("[data-chart=likeness-map]"));
  private readonly surface = need(".map-plane");
  private readonly line = need<SVGPolygonElement>(".map-lasso polygon");
  private readonly prediction = need<HTMLSelectElement>("#prediction");
  private readonly selection: Selection;
  private colour: Colour = "class";
  private area = ALL;
  /** The corners of the line, on the plane. */
  private lasso: Place[] | null = null;
  private map: DoubtMap | null = null;
  private asked = 0;

  constructor(root: HTMLElement) {
    this.project = Number(root.dataset["project"]);
    this.high = thresholdsOf(root);
    this.selection = new Selection(need(".map-side"), this.project, this.high, {
      cleared: () => this.draw(null),
      counted: () => undefined,
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
      if (this.lasso !== null) this.choose(this.lasso);
    });
    const middle = (factor: number): Area => zoomed(this.area, factor, (this.area.xFrom + this.area.xTo) / 2, (this.area.yFrom + this.area.yTo) / 2);
    need("[data-do=zoom-in]").addEventListener("click", () => this.zoom(middle(0.5)));
    need("[data-do=zoom-out]").addEventListener("click", () => this.zoom(this.area.xTo - this.area.xFrom > 0.45 ? ALL : middle(2)));
    need("[data-do=zoom-all]").addEventListener("click", () => this.zoom(ALL));
    startBrush(this.surface, () => this.plane(), {
      moved: (_, path) => this.draw(this.onPlane(path)),
      done: (_, path) => this.choose(this.onPlane(path)),
      zoomed: (factor, x, y) => {
        const plane = this.plane();
        if (plane !== null) this.zoom(zoomed(this.area, factor, plane.data(x), plane.model(y)));
      },
    });
    new ResizeObserver(() => this.draw(this.lasso)).observe(this.surface);
    onLookChange(() => this.drawLegend());
    this.load();
    void this.list("duplicates", (items) => items.map((pair) => this.pair(pair as Pair)));
    void this.list("strangers", (items) => items.map((item) => listedTile(item as Listed, (image) => this.open(image), words.map.strangerThan(percent((item as Listed).value, 0)))));
  }

  private load(): void {
    const { area, prediction, colour } = { area: this.area, prediction: this.prediction.value, colour: this.colour };
    const query = new URLSearchParams({ colour, columns: String(CELLS), rows: String(CELLS), ...Object.fromEntries(Object.entries(area).map(([name, value]) => [name, String(value)])) });
    if (prediction !== "") query.set("prediction", prediction);
    need<HTMLAnchorElement>("[data-chart=likeness-map] .chart-tools a").href = `/api/projects/${this.project}/maps/likeness/cells.csv?${query}`;
    this.asked += 1;
    const asked = this.asked;
    void this.card.fill(
      async () => {
        const map = await api.get<DoubtMap>(`/api/projects/${this.project}/maps/likeness?${query}`);
        return asked === this.asked ? map : (this.map ?? map);
      },
      (map) => {
        if (map.model === null) return { empty: words.map.noLayout, next: words.map.noLayoutNext };
        this.map = map;
        text("[data-fill=map-counts]", words.map.counts(map.shown, map.images, map.model));
        this.drawLegend();
        window.requestAnimationFrame(() => this.draw(this.lasso));
        return this.picture(map, this.colour);
      },
    );
  }

  private picture(map: DoubtMap, colour: Colour): Picture {
    return {
      title: words.map.likenessTitle(map.shown),
      height: heightOf,
      option: (theme, width) => ({
        ...frame(theme),
        grid: square(width, heightOf(width)),
        xAxis: hidden(0, map.window.xFrom, map.window.xTo),
        yAxis: hidden(0, map.window.yFrom, map.window.yTo),
        tooltip: tip(theme, ({ dataIndex }) => {
          const point = map.points[dataIndex];
          const cell = map.cells[dataIndex];
          const kind = kindName(colour, map.kinds[point?.kind ?? cell?.kind ?? 0]?.name ?? "");
          if (point !== undefined || cell?.images === 1) return [kind];
          return cell === undefined ? null : [words.map.images(cell.images), words.map.mostlyOf(kind, cell.ofKind)];
        }),
        series: [images(map, colour, theme)],
      }),
      table: {
        head: [words.map.left, words.map.below, words.map.imagesHead, words.map.mostly, ""],
        rows: tableRows(map, colour, (area) => this.choose(around(area))),
      },
    };
  }

  private plane(): Plane | null {
    const canvas = this.surface.querySelector<HTMLElement>(".chart-canvas");
    if (this.map === null || canvas === null || canvas.clientWidth === 0) return null;
    const box = { width: canvas.clientWidth, height: canvas.clientHeight };
    return new Plane(this.map.window, square(box.width, box.height), box);
  }

  private onPlane(path: Place[]): Place[] {
    const plane = this.plane();
    const every = Math.ceil(path.length / CORNERS);
    return plane === null ? [] : path.filter((_, k) => k % every === 0 || k === path.length - 1).map(({ x, y }) => ({ x: plane.data(x), y: plane.model(y) }));
  }

  private zoom(area: Area): void {
    this.area = area;
    this.load();
  }

  private choose(corners: Place[]): void {
    this.draw(corners);
    if (corners.length < 3) return;
    const lasso = corners.flatMap(({ x, y }) => [Number(x.toFixed(5)), Number(y.toFixed(5))]);
    const prediction: Record<string, string> = this.prediction.value === "" ? {} : { prediction: this.prediction.value };
    this.selection.choose({ query: { lasso: lasso.join(","), ...prediction }, body: { lasso, ...prediction } });
  }

  private draw(lasso: Place[] | null): void {
    this.lasso = lasso;
    const plane = this.plane();
    const corners = plane === null || lasso === null ? [] : lasso.map(({ x, y }) => `${plane.x(x).toFixed(1)},${plane.y(y).toFixed(1)}`);
    this.line.setAttribute("points", corners.join(" "));
  }

  private drawLegend(): void {
    if (this.map !== null) need("[data-fill=legend]").replaceChildren(...legend(this.map.kinds, this.colour, look()));
  }

  private open(image: PoolImage): void {
    showViewer(image, words.pool.states[image.state as keyof typeof words.pool.states] ?? words.pool.noAnswer, this.high);
  }

  private pair({ image, other, distance }: Pair): HTMLElement {
    const open = (opened: PoolImage): void => this.open(opened);
    return el("div", { class: "map-pair" }, listedTile(image, open), listedTile(other, open), el("span", { class: "t12 t3" }, words.map.apart(distance.toFixed(3))));
  }

  private async list(name: string, draw: (items: unknown[]) => HTMLElement[]): Promise<void> {
    const card = need(`[data-list=${name}]`);
    const place = need("[data-list-place]", card);
    try {
      const { items } = await api.get<{ items: unknown[] }>(`/api/projects/${this.project}/maps/likeness/${name}`);
      card.hidden = items.length === 0;
      place.replaceChildren(...draw(items));
    } catch (error) {
      place.replaceChildren(failureNote(error, () => void this.list(name, draw)));
    }
  }
}

interface Pair {
  image: Listed;
  other: Listed;
  distance: number;
}

function around({ xFrom, xTo, yFrom, yTo }: Area): Place[] {
  return [{ x: xFrom, y: yFrom }, { x: xTo, y: yFrom }, { x: xTo, y: yTo }, { x: xFrom, y: yTo }];
}

export function startLikenessMap(root: HTMLElement): void {
  new LikenessMapPage(root).start();
}
