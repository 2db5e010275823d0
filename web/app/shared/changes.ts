/** How long a page without events waits before it asks by itself. */
const AT_LEAST_EVERY = 30_000;

/** Calls when something of the project has changed, as long as somebody looks at the page; and at times in any case. */
export function onChange(project: number, changed: () => void): void {
  let events: EventSource | null = null;
  const look = (): void => {
    const seen = document.visibilityState === "visible";
    // A browser keeps few connections to one server: hidden pages must not take them all.
    if (!seen) {
      events?.close();
      events = null;
    } else if (events === null || events.readyState === EventSource.CLOSED) {
      events = new EventSource(`/api/projects/${project}/events`);
      events.addEventListener("message", changed);
    }
  };
  document.addEventListener("visibilitychange", look);
  window.addEventListener("pagehide", () => events?.close());
  window.setInterval(() => {
    look();
    if (document.visibilityState === "visible") changed();
  }, AT_LEAST_EVERY);
  look();
}
