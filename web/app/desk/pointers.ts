import type { Point } from "./viewport";

interface Touched {
  movedBy: (x: number, y: number) => void;
  pinchedBy: (factor: number, middle: Point) => void;
  wheeled: (direction: 1 | -1, at: Point) => void;
}

/** So far a wheel turns before it counts as one step; track pads report a turn in many small pieces. */
const ONE_TURN = 60;

/** Drag with one pointer, pinch with two, turn a wheel: all in pixels from the middle of the view. */
export function listenToPointers(view: HTMLElement, touched: Touched): void {
  const down = new Map<number, Point>();
  let turned = 0;

  const fromMiddle = (event: { clientX: number; clientY: number }): Point => {
    const box = view.getBoundingClientRect();
    return { x: event.clientX - box.left - box.width / 2, y: event.clientY - box.top - box.height / 2 };
  };

  view.addEventListener("pointerdown", (event) => {
    if (event.button !== 0) return;
    down.set(event.pointerId, fromMiddle(event));
    view.setPointerCapture(event.pointerId);
  });
  view.addEventListener("pointermove", (event) => {
    const before = down.get(event.pointerId);
    if (before === undefined) return;
    const now = fromMiddle(event);
    const other = [...down].find(([id]) => id !== event.pointerId)?.[1];
    down.set(event.pointerId, now);
    if (other === undefined) {
      touched.movedBy(now.x - before.x, now.y - before.y);
      return;
    }
    const wide = Math.max(8, distance(before, other));
    // The picture follows the fingers: where their middle goes, it goes.
    touched.movedBy((now.x - before.x) / 2, (now.y - before.y) / 2);
    touched.pinchedBy(distance(now, other) / wide, middle(now, other));
  });
  for (const end of ["pointerup", "pointercancel", "lostpointercapture"] as const) {
    view.addEventListener(end, (event) => down.delete(event.pointerId));
  }
  view.addEventListener(
    "wheel",
    (event) => {
      event.preventDefault();
      const at = fromMiddle(event);
      if (event.ctrlKey && Math.abs(event.deltaY) < ONE_TURN) {
        // Two fingers on a track pad.
        touched.pinchedBy(Math.exp(-event.deltaY / 100), at);
        return;
      }
      if (turned * event.deltaY < 0) turned = 0;
      turned += event.deltaMode === WheelEvent.DOM_DELTA_LINE ? event.deltaY * 20 : event.deltaY;
      if (Math.abs(turned) < ONE_TURN) return;
      touched.wheeled(turned < 0 ? 1 : -1, at);
      turned = 0;
    },
    { passive: false },
  );
}

function distance(a: Point, b: Point): number {
  return Math.hypot(a.x - b.x, a.y - b.y);
}

function middle(a: Point, b: Point): Point {
  return { x: (a.x + b.x) / 2, y: (a.y + b.y) / 2 };
}
