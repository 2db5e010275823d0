/** Does this when the page goes; one that comes back out of the browser's memory starts anew. */
export function whenLeft(act: () => void): void {
  window.addEventListener("pagehide", act);
  window.addEventListener("pageshow", ({ persisted }) => persisted && location.reload());
}
