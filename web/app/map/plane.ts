import type { Area } from "./doubt-map-data";
import type { Margin } from "./doubt-picture";

export interface Place {
  x: number;
  y: number;
}

/** So far a pointer moves before it drags. */
const UNSTEADY = 4;

/** Between places of the plane and places on the screen. */
export class Plane {
  constructor(
    private readonly area: Area,
    private readonly margin: Margin,
    private readonly box: { width: number; height: number },
  ) {}

  private get width(): number {
    return this.box.width - this.margin.left - this.margin.right;
  }

  private get height(): number {
    return this.box.height - this.margin.top - this.margin.bottom;
  }

  x(data: number): number {
    return this.margin.left + ((data - this.area.xFrom) / (this.area.xTo - this.area.xFrom)) * this.width;
  }

  y(model: number): number {
    return this.margin.top + (1 - (model - this.area.yFrom) / (this.area.yTo - this.area.yFrom)) * this.height;
  }

  data(x: number): number {
    const share = Math.max(0, Math.min(1, (x - this.margin.left) / this.width));
    return this.area.xFrom + share * (this.area.xTo - this.area.xFrom);
  }

  model(y: number): number {
    const share = Math.max(0, Math.min(1, (y - this.margin.top) / this.height));
    return this.area.yTo - share * (this.area.yTo - this.area.yFrom);
  }

  get top(): number {
    return this.margin.top;
  }

  get bottom(): number {
    return this.margin.top + this.height;
  }

  showsModel(value: number): boolean {
    return value >= this.area.yFrom && value <= this.area.yTo;
  }

  showsData(value: number): boolean {
    return value >= this.area.xFrom && value <= this.area.xTo;
  }

  holds(x: number, y: number): boolean {
    const inside = (value: number, from: number, length: number): boolean => value >= from && value <= from + length;
    return inside(x, this.margin.left, this.width) && inside(y, this.margin.top, this.height);
  }

  between(a: { x: number; y: number }, b: { x: number; y: number }): Area {
    const data = [this.data(a.x), this.data(b.x)];
    const model = [this.model(a.y), this.model(b.y)];
    return { xFrom: Math.min(...data), xTo: Math.max(...data), yFrom: Math.min(...model), yTo: Math.max(...model) };
  }
}

/** The same part, larger or smaller about a place, within 0 to 1. */
export function zoomed(area: Area, factor: number, data: number, model: number): Area {
  const [xFrom, xTo] = around(area.xFrom, area.xTo, factor, data);
  const [yFrom, yTo] = around(area.yFrom, area.yTo, factor, model);
  return { xFrom, xTo, yFrom, yTo };
}

function around(from: number, to: number, factor: number, at: number): [number, number] {
  const length = Math.min(1, Math.max(0.002, (to - from) * factor));
  const start = Math.max(0, Math.min(1 - length, at - ((at - from) / (to - from)) * length));
  return [start, start + length];
}

/** Drags over the plane; a press without a drag is none. */
export function startBrush(
  surface: HTMLElement,
  plane: () => Plane | null,
  brush: { moved: (area: Area, path: Place[]) => void; done: (area: Area, path: Place[]) => void; zoomed: (factor: number, x: number, y: number) => void },
): void {
  let from: { x: number; y: number } | null = null;
  let dragging = false;
  let path: Place[] = [];
  const place = (event: MouseEvent): { x: number; y: number } => {
    const box = surface.getBoundingClientRect();
    return { x: event.clientX - box.left, y: event.clientY - box.top };
  };
  surface.addEventListener("pointerdown", (event) => {
    const at = place(event);
    const handle = event.target instanceof Element && event.target.closest("[role=slider], button, a, table") !== null;
    if (event.button !== 0 || handle || plane()?.holds(at.x, at.y) !== true) return;
    from = at;
    path = [at];
    dragging = false;
  });
  surface.addEventListener("pointermove", (event) => {
    if (from === null) return;
    const at = place(event);
    if (!dragging) {
      if (Math.hypot(at.x - from.x, at.y - from.y) < UNSTEADY) return;
      dragging = true;
      surface.setPointerCapture(event.pointerId);
    }
    path.push(at);
    const area = plane()?.between(from, at);
    if (area !== undefined) brush.moved(area, path);
  });
  const end = (event: PointerEvent): void => {
    const area = dragging && from !== null ? plane()?.between(from, place(event)) : undefined;
    from = null;
    dragging = false;
    if (area !== undefined) brush.done(area, path);
  };
  surface.addEventListener("pointerup", end);
  surface.addEventListener("pointercancel", end);
  // A wheel alone scrolls the page; with the key that browsers zoom with, or by two fingers, it zooms the map.
  surface.addEventListener(
    "wheel",
    (event) => {
      const at = place(event);
      if (!(event.ctrlKey || event.metaKey) || plane()?.holds(at.x, at.y) !== true) return;
      event.preventDefault();
      brush.zoomed(event.deltaY > 0 ? 1.25 : 0.8, at.x, at.y);
    },
    { passive: false },
  );
  surface.addEventListener("dblclick", (event) => {
    const at = place(event);
    if (plane()?.holds(at.x, at.y) === true) brush.zoomed(0.5, at.x, at.y);
  });
}
