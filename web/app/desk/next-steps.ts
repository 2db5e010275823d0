import { words } from "../messages/words";
import { api } from "../shared/api";
import { el, icon, setShare } from "../shared/dom";
import { ROUND_STEPS, roundShare, roundStep } from "../shared/round-steps";
import type { Job, ProjectStatus } from "../shared/types";

/** What there is to do where nothing is left to ask: a round to wait for, other projects, one's answers, a lead's pages. */
export class NextSteps {
  readonly place = el("ul", { class: "next-steps" });
  private readonly round = el("li", { class: "next-learning" });
  private readonly elsewhere = el("li", { class: "next-elsewhere", hidden: true });

  constructor(
    private readonly project: number,
    private readonly isLead: boolean,
    private then: ProjectStatus,
  ) {
    const address = `/projects/${project}`;
    const links = isLead
      ? [link(`${address}/import`, words.session.addImages), link(`${address}/labels`, words.session.lookAtLabels)]
      : [link(`${address}/labels/own`, words.session.yourAnswers)];
    this.place.append(this.round, this.elsewhere, el("li", {}, ...between(links)));
    void this.showRound(then);
    this.showElsewhere().catch(() => undefined);
  }

  /** Shows where the project stands now; returns whether that may have brought something to ask. */
  follow(status: ProjectStatus): boolean {
    const { then } = this;
    const roundEnded = then.round !== null && status.round === null;
    const mayBring = roundEnded || status.model?.number !== then.model?.number || status.queue > then.queue;
    this.then = status;
    void this.showRound(status);
    return mayBring;
  }

  /** The round that runs or comes; its job tells how far it is. */
  private async showRound(status: ProjectStatus): Promise<void> {
    const { round } = status;
    if (round === null) {
      this.round.replaceChildren(icon("clock", "t3"), el("span", {}, this.isLead ? words.session.noRoundLead : words.session.noRound));
      return;
    }
    const job = round.job === null ? undefined : await api.get<Job>(`/api/jobs/${round.job}`).catch(() => undefined);
    const step = job === undefined ? undefined : ROUND_STEPS[roundStep(job)]?.words;
    const bar = el("span", { class: "progress" }, el("i"));
    setShare(bar.firstElementChild, job === undefined ? 0 : roundShare(job));
    this.round.replaceChildren(
      icon("model", "t3"),
      el("span", {}, words.shared.roundIsRunning(round.number) + (step === undefined ? "" : ` · ${step}`), bar, el("span", { class: "t2" }, words.session.comesByItself)),
    );
  }

  private async showElsewhere(): Promise<void> {
    const { projects } = await api.get<{ projects: { id: number; name: string }[] }>("/api/account/work");
    const others = projects.filter(({ id }) => id !== this.project).slice(0, 4);
    this.elsewhere.hidden = others.length === 0;
    this.elsewhere.replaceChildren(
      el("span", {}, words.session.elsewhere, ...between(others.map(({ id, name }) => link(`/projects/${id}/label`, name)))),
    );
  }
}

function link(href: string, name: string): HTMLElement {
  return el("a", { class: "link", href }, name);
}

function between(links: HTMLElement[]): (HTMLElement | string)[] {
  return links.flatMap((one, at) => (at === 0 ? [one] : [" · ", one]));
}
