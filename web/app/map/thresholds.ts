import { words } from "../messages/words";
import { api } from "../shared/api";
import { need } from "../shared/dom";
import { doubt } from "../shared/format";
import { asProblem } from "../shared/problem";
import { toast } from "../shared/toast";
import type { Thresholds } from "../shared/types";
import type { Plane } from "./plane";

type Kind = keyof Thresholds;

const STEP = 0.01;
/** Keys are pressed one after the other; what is meant is known when they rest. */
const REST = 600;

/** The two lines of the routes. They are dragged, or moved by the arrow keys; each step can be taken back. */
export class ThresholdLines {
  private readonly lines: Record<Kind, HTMLElement> = {
    model: need("[data-threshold=model]"),
    data: need("[data-threshold=data]"),
  };
  private shown: Thresholds;
  private saved: Thresholds;
  private plane: Plane | null = null;
  private resting = 0;

  constructor(
    private readonly project: number,
    at: Thresholds,
    private readonly changed: () => void,
  ) {
    this.shown = { ...at };
    this.saved = { ...at };
    for (const kind of ["model", "data"] as const) this.listen(kind);
  }

  /** Where they are, unless somebody is just moving one. */
  show(plane: Plane, at: Thresholds): void {
    this.plane = plane;
    if (this.resting === 0) {
      this.shown = { ...at };
      this.saved = { ...at };
    }
    this.draw();
  }

  private draw(): void {
    const plane = this.plane;
    if (plane === null) return;
    const set = (line: HTMLElement, value: number, at: string): void => {
      line.style.setProperty("--at", at);
      line.setAttribute("aria-valuenow", doubt(value));
      line.setAttribute("aria-valuetext", doubt(value));
    };
    const x = plane.x(this.shown.data);
    const y = plane.y(this.shown.model);
    set(this.lines.model, this.shown.model, `${y}px`);
    set(this.lines.data, this.shown.data, `${x}px`);
    // Data doubt decides only below the other line.
    this.lines.data.style.setProperty("--from", `${Math.max(y, plane.top)}px`);
    this.lines.model.hidden = !plane.showsModel(this.shown.model);
    this.lines.data.hidden = !plane.showsData(this.shown.data) || y > plane.bottom;
  }

  private listen(kind: Kind): void {
    const line = this.lines[kind];
    line.addEventListener("keydown", (event) => {
      const up = event.key === "ArrowUp" || event.key === "ArrowRight";
      if (!up && event.key !== "ArrowDown" && event.key !== "ArrowLeft") return;
      event.preventDefault();
      this.move(kind, this.shown[kind] + (up ? STEP : -STEP));
      window.clearTimeout(this.resting);
      this.resting = window.setTimeout(() => void this.keep(kind), REST);
    });
    line.addEventListener("pointerdown", (event) => {
      event.preventDefault();
      event.stopPropagation();
      line.focus({ preventScroll: true });
      line.setPointerCapture(event.pointerId);
      const box = (line.parentElement as HTMLElement).getBoundingClientRect();
      const drag = (move: PointerEvent): void => {
        if (this.plane === null) return;
        this.move(kind, kind === "model" ? this.plane.model(move.clientY - box.top) : this.plane.data(move.clientX - box.left));
      };
      line.addEventListener("pointermove", drag);
      line.addEventListener("pointerup", () => {
        line.removeEventListener("pointermove", drag);
        void this.keep(kind);
      }, { once: true });
    });
  }

  private move(kind: Kind, to: number): void {
    this.shown[kind] = Math.round(Math.max(0, Math.min(1, to)) / STEP) * STEP;
    this.draw();
  }

  private async keep(kind: Kind): Promise<void> {
    this.resting = 0;
    const value = Number(this.shown[kind].toFixed(2));
    if (value === this.saved[kind]) return;
    try {
      const before = await api.get<{ settings: { thresholdsFromData: boolean } }>(`/api/projects/${this.project}`);
      const undo = before.settings.thresholdsFromData ? { thresholdsFromData: true } : setting(kind, this.saved[kind]);
      await this.save(setting(kind, value));
      toast("undo", words.map.moved(kind, doubt(value)), { name: words.map.undo, act: () => void this.save(undo) });
    } catch (error) {
      this.shown = { ...this.saved };
      this.draw();
      toast("warning", asProblem(error).detail);
    }
  }

  private async save(settings: Record<string, unknown>): Promise<void> {
    await api.patch(`/api/projects/${this.project}`, { settings });
    this.changed();
  }
}

function setting(kind: Kind, value: number): Record<string, unknown> {
  return kind === "model" ? { modelThreshold: value } : { dataThreshold: value };
}
