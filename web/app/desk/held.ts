import { api } from "../shared/api";
import type { QueueItem } from "../shared/types";

/**
 * What a person holds, all of their tabs hold: the last of them gives it back. A browser that cannot tell of its other tabs
 * gives back what no later page was given.
 */
export class Held {
  private elsewhere = false;
  private readonly name: string;

  constructor(
    private readonly project: number,
    account: string | undefined,
  ) {
    this.name = `doubtless.held.${account}.${project}`;
    // For as long as the page lives.
    void navigator.locks?.request(this.name, { mode: "shared" }, () => new Promise(() => undefined));
  }

  /** Looks whether other tabs are open, now and then: a page that goes has no time for it. */
  async lookAround(): Promise<void> {
    const state = await navigator.locks?.query();
    this.elsewhere = (state?.held ?? []).filter(({ name }) => name === this.name).length > 1;
  }

  /** Frees these images for others at once, also with the page's last breath. */
  giveBack(items: readonly QueueItem[]): void {
    if (this.elsewhere || items.length === 0) return;
    const images = items.map(({ image, leasedUntil }) => ({ image, leasedUntil }));
    api.parting(`/api/projects/${this.project}/queue/release`, { images });
  }
}
