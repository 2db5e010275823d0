import { el } from "../shared/dom";

/** So far a pointer moves before it drags; less is a press with an unsteady hand. */
const UNSTEADY = 6;

/** Drag with a mouse over tiles: a rectangle takes all that it touches. Fingers scroll, as everywhere. */
export function startRubberBand(
  area: HTMLElement,
  tiles: () => HTMLElement[],
  took: (within: HTMLElement[], added: boolean) => void,
): void {
  let from: { x: number; y: number } | undefined;
  let band: HTMLElement | undefined;
  const surroundings = area.parentElement ?? area;

  // Pictures and links would otherwise be dragged themselves.
  surroundings.addEventListener("dragstart", (event) => event.preventDefault());
  surroundings.addEventListener("pointerdown", (event) => {
    const control = event.target instanceof Element && event.target.closest("button, select, input, .filters") !== null;
    if (event.pointerType !== "mouse" || event.button !== 0 || event.shiftKey || control) return;
    // In the page, not in the window: it scrolls while one drags.
    from = { x: event.pageX, y: event.pageY };
  });
  document.addEventListener("pointermove", (event) => {
    if (from === undefined) return;
    if (band === undefined) {
      if (Math.hypot(event.pageX - from.x, event.pageY - from.y) < UNSTEADY) return;
      band = el("div", { class: "rubber-band" });
      document.body.append(band);
      window.getSelection()?.removeAllRanges();
      document.body.toggleAttribute("data-dragging", true);
    }
    const box = between(from, { x: event.pageX, y: event.pageY });
    band.style.setProperty("--x", `${box.left}px`);
    band.style.setProperty("--y", `${box.top}px`);
    band.style.setProperty("--width", `${box.right - box.left}px`);
    band.style.setProperty("--height", `${box.bottom - box.top}px`);
    took(tiles().filter((tile) => touches(tile.getBoundingClientRect(), box)), event.ctrlKey || event.metaKey);
  });
  const end = (): void => {
    from = undefined;
    if (band === undefined) return;
    band.remove();
    band = undefined;
    document.body.toggleAttribute("data-dragging", false);
    // The press that ends a drag opens nothing.
    const swallow = (event: Event): void => {
      event.preventDefault();
      event.stopPropagation();
    };
    window.addEventListener("click", swallow, { capture: true, once: true });
    setTimeout(() => window.removeEventListener("click", swallow, { capture: true }));
  };
  document.addEventListener("pointerup", end);
  document.addEventListener("pointercancel", end);
}

interface Box {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

function between(a: { x: number; y: number }, b: { x: number; y: number }): Box {
  return { left: Math.min(a.x, b.x), top: Math.min(a.y, b.y), right: Math.max(a.x, b.x), bottom: Math.max(a.y, b.y) };
}

function touches(tile: DOMRect, box: Box): boolean {
  const x = tile.left + window.scrollX;
  const y = tile.top + window.scrollY;
  return x < box.right && x + tile.width > box.left && y < box.bottom && y + tile.height > box.top;
}
