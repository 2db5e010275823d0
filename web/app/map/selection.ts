import { LabelChoice } from "../labels/choose-label";
import { words } from "../messages/words";
import { relabel } from "../pool/relabel";
import { showViewer } from "../pool/viewer";
import { api } from "../shared/api";
import { el, need } from "../shared/dom";
import { doubtBar } from "../shared/doubts";
import { failureNote } from "../shared/failure";
import { minutes } from "../shared/format";
import { asProblem } from "../shared/problem";
import { randomKey } from "../shared/random-key";
import { toast } from "../shared/toast";
import { Steps, type Route, type Sending } from "./steps";
import type { PageOf, PoolImage, ProjectStatus, Thresholds } from "../shared/types";

/** What one step may send. */
const MOST = 2000;
const PAGE = 24;

/** Images that belong together, however many: how they are listed, and how a step names them. */
export interface Chosen {
  query: Record<string, string>;
  body: Record<string, unknown>;
}

const KEYS: Record<string, Route> = { q: "queue", r: "second_reader", b: "better_image" };

/** The images of a selection, and what can be done with them. */
export class Selection {
  private readonly tiles: HTMLElement;
  private chosen: Chosen | null = null;
  private after: string | number | null = null;
  private total = 0;
  private perImage: number | null = null;
  private busy = false;
  private readonly labels = new LabelChoice();
  private readonly steps: Steps;

  constructor(
    private readonly side: HTMLElement,
    private readonly project: number,
    private readonly high: Thresholds,
    private readonly on: { cleared: () => void; counted: (images: number) => void; changed: () => void },
  ) {
    this.tiles = need(".map-tiles", side);
    this.steps = new Steps(need(".map-steps", side), project, () => on.changed());
    need("[data-do=clear]", side).addEventListener("click", () => this.clear());
    need("[data-do=more]", side).addEventListener("click", () => void this.load());
    for (const button of side.querySelectorAll<HTMLButtonElement>("[data-send]")) {
      button.addEventListener("click", () => void this.send(button.dataset["send"] as Route));
    }
    need("[data-do=label]", side).addEventListener("click", () => {
      this.labels.ask(words.map.labelWhat(this.total), (label) => void this.label(label));
    });
    document.addEventListener("keydown", (event) => this.key(event));
    void this.readPace();
    this.show();
  }

  choose(chosen: Chosen): void {
    this.chosen = chosen;
    this.after = null;
    this.total = 0;
    this.tiles.replaceChildren(...Array.from({ length: 12 }, () => el("li", { class: "tile skeleton" })));
    this.show();
    need("[data-fill=chosen]", this.side).textContent = words.map.choosing;
    void this.load(true);
  }

  clear(): void {
    if (this.chosen === null) return;
    this.chosen = null;
    this.show();
    this.on.cleared();
  }

  private key(event: KeyboardEvent): void {
    const target = event.target instanceof Element ? event.target : document.body;
    if (event.ctrlKey || event.metaKey || event.altKey || event.repeat) return;
    if (target.closest("input, textarea, select, dialog[open]") !== null || document.querySelector("dialog[open]") !== null) return;
    if (event.key === "Escape") this.clear();
    const route = KEYS[event.key.toLowerCase()];
    if (route === undefined || this.chosen === null) return;
    event.preventDefault();
    void this.send(route);
  }

  private show(): void {
    const some = this.chosen !== null;
    for (const part of this.side.querySelectorAll<HTMLElement>("[data-when=chosen]")) part.hidden = !some;
    for (const part of this.side.querySelectorAll<HTMLElement>("[data-when=nothing]")) part.hidden = some;
    need("[data-do=clear]", this.side).hidden = !some;
    need("[data-when=failed]", this.side).replaceChildren();
    if (!some) {
      need("[data-fill=chosen]", this.side).textContent = words.map.nothingChosen;
      void this.steps.read(() => this.chosen === null);
    }
  }

  private async load(fresh = false): Promise<void> {
    const chosen = this.chosen;
    if (chosen === null) return;
    const query = new URLSearchParams({ ...chosen.query, order: "model", limit: String(PAGE) });
    if (this.after !== null) query.set("after", String(this.after));
    try {
      const page = await api.get<PageOf<PoolImage>>(`/api/projects/${this.project}/images?${query}`);
      // Somebody has chosen others meanwhile.
      if (this.chosen !== chosen) return;
      if (fresh) this.tiles.replaceChildren();
      this.tiles.append(...page.items.map((image) => this.tile(image)));
      this.after = page.next;
      this.total = page.total ?? this.total;
      this.count();
    } catch (error) {
      if (this.chosen !== chosen) return;
      if (fresh) this.tiles.replaceChildren();
      need("[data-when=failed]", this.side).replaceChildren(failureNote(error, () => this.choose(chosen)));
    }
  }

  private count(): void {
    need("[data-fill=chosen]", this.side).textContent = words.map.chosen(this.total);
    need("[data-fill=shown]", this.side).textContent = words.map.shown(this.tiles.childElementCount, this.total);
    need("[data-do=more]", this.side).hidden = this.after === null;
    const time = this.perImage === null || this.perImage === 0 || this.total === 0 ? "" : words.map.about(minutes(this.total * this.perImage));
    need("[data-fill=minutes]", this.side).textContent = time;
    const tooMany = need("[data-fill=too-many]", this.side);
    tooMany.hidden = this.total <= MOST;
    tooMany.textContent = words.map.tooMany(MOST);
    this.enable();
    this.on.counted(this.total);
  }

  private enable(): void {
    for (const button of this.side.querySelectorAll<HTMLButtonElement>("[data-send], [data-do=label]")) {
      button.disabled = this.busy || this.total === 0 || this.total > MOST;
    }
  }

  private tile(image: PoolImage): HTMLElement {
    const small = Math.max(image.width, image.height) < 128;
    const state = words.pool.states[image.state as keyof typeof words.pool.states] ?? words.pool.noAnswer;
    const open = (): void => showViewer(image, state, this.high);
    return el(
      "li",
      { "data-image": image.id },
      el(
        "button",
        { type: "button", class: "tile", title: image.filename, click: open },
        el("img", { src: image.thumbnail, alt: image.filename, loading: "lazy", class: small && "small-image" }),
        el("span", { class: "tile-doubts" }, image.model !== null && doubtBar("model", image.model), image.data !== null && doubtBar("data", image.data)),
      ),
    );
  }

  private async send(route: Route): Promise<void> {
    const chosen = this.chosen;
    if (chosen === null || this.busy || this.total === 0 || this.total > MOST) return;
    this.busy = true;
    this.enable();
    try {
      const sending = await api.post<Sending>(`/api/projects/${this.project}/sendings`, { ...chosen.body, route, clientKey: randomKey() });
      toast("undo", words.map.sent(sending.route, sending.sent, sending.measuring, sending.answered), { name: words.map.undo, act: () => void this.steps.takeBack(sending.id) });
      this.on.changed();
      this.clear();
    } catch (error) {
      toast("warning", words.map.nothingSent(asProblem(error).detail));
    } finally {
      this.busy = false;
      this.enable();
    }
  }

  /** People's labels, by one who leads: of each image of the selection. */
  private async label(label: string): Promise<void> {
    const chosen = this.chosen;
    if (chosen === null || this.busy || this.total > MOST) return;
    this.busy = true;
    this.enable();
    try {
      const images = await this.ids(chosen);
      if (await relabel(this.project, images, label, () => this.on.changed())) {
        this.on.changed();
        this.clear();
      }
    } catch (error) {
      toast("warning", words.map.nothingSent(asProblem(error).detail));
    } finally {
      this.busy = false;
      this.enable();
    }
  }

  private async ids(chosen: Chosen): Promise<number[]> {
    const ids: number[] = [];
    let after: string | number | null = null;
    do {
      const query: URLSearchParams = new URLSearchParams({ ...chosen.query, limit: "200" });
      if (after !== null) query.set("after", String(after));
      const page: PageOf<PoolImage> = await api.get<PageOf<PoolImage>>(`/api/projects/${this.project}/images?${query}`);
      ids.push(...page.items.map(({ id }) => id));
      after = page.next;
    } while (after !== null);
    return ids;
  }

  /** How long one image takes here, as far as people have answered some. */
  private async readPace(): Promise<void> {
    try {
      const { expertMinutes, answers } = await api.get<ProjectStatus>(`/api/projects/${this.project}/status`);
      this.perImage = answers > 0 ? expertMinutes / answers : null;
    } catch {
      // The button says what it does without it.
    }
  }
}
