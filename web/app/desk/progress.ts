import { words } from "../messages/words";
import { api } from "../shared/api";
import { toast } from "../shared/toast";
import type { ProjectStatus } from "../shared/types";

const EVERY = 15_000;

/** What the project has come to, as the server told it last, and what was labelled here since. */
export class Progress {
  private labelledThen = 0;

  constructor(
    private readonly project: number,
    public status: ProjectStatus,
    private readonly labelled: (savedOnly: boolean) => number,
    private readonly onChange: () => void,
  ) {
    window.setInterval(() => void this.refresh(), EVERY);
  }

  /** Labels that came after the status was told: those still on their way count as new. */
  get since(): number {
    return this.labelled(false) - this.labelledThen;
  }

  private async refresh(): Promise<void> {
    if (document.visibilityState !== "visible") return;
    try {
      const before = this.status.model?.number;
      const labelled = this.labelled(true);
      // Blind, whoever labels: a count that stands still after an answer would give a control image away.
      this.status = await api.get<ProjectStatus>(`/api/projects/${this.project}/status?blind=true`);
      this.labelledThen = labelled;
      const now = this.status.model?.number;
      if (now !== undefined && now !== before) toast("model", words.desk.modelIsHere(now));
      this.onChange();
    } catch {
      // The bar tells about the network already; the numbers wait for the next time.
    }
  }
}
