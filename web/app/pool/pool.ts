import { LabelChoice } from "../labels/choose-label";
import { words } from "../messages/words";
import { api } from "../shared/api";
import { el, icon, need, text } from "../shared/dom";
import { doubtBar, thresholdsOf } from "../shared/doubts";
import { failureNote } from "../shared/failure";
import type { PageOf, PoolImage, Thresholds } from "../shared/types";
import { Choosing } from "./choosing";
import { markGold } from "./many-gold";
import { relabel } from "./relabel";
import { showViewer } from "./viewer";

const PAGE = 100;

/** The pool as tiles, a page at a time from where the last one ended. */
class PoolPage {
  private readonly project: number;
  private readonly high: Thresholds;
  private readonly tiles = need(".tiles");
  private readonly more = need<HTMLButtonElement>("[data-do=more]");
  private after: string | number | null = null;
  private total: number | undefined;
  private loading = false;
  private readonly known = new Map<number, PoolImage>();
  /** Only for who may answer. */
  private readonly choosing: Choosing | undefined;

  constructor(root: HTMLElement) {
    this.project = Number(root.dataset["project"]);
    if (root.hasAttribute("data-answers")) this.choosing = new Choosing(this.tiles);
    this.high = thresholdsOf(root);
  }

  start(): void {
    const filters = need<HTMLFormElement>(".filters");
    const chosen = new URLSearchParams(location.search);
    for (const field of filters.querySelectorAll<HTMLSelectElement | HTMLInputElement>("select, input[type=hidden]")) {
      const value = chosen.get(field.name);
      if (value !== null) field.value = value;
    }
    document.querySelector("[data-do=clear-prediction]")?.addEventListener("click", () => {
      for (const field of filters.querySelectorAll<HTMLInputElement>("input[type=hidden]")) field.value = "";
      this.restart(filters);
    });
    filters.addEventListener("change", () => this.restart(filters));
    filters.addEventListener("submit", (event) => event.preventDefault());
    this.more.addEventListener("click", () => void this.load(filters));
    new IntersectionObserver(([entry]) => {
      if (entry?.isIntersecting && !this.more.hidden) void this.load(filters);
    }).observe(this.more);
    if (this.choosing !== undefined) this.askForLabels(this.choosing, filters);
    this.restart(filters);
  }

  private askForLabels(choosing: Choosing, filters: HTMLFormElement): void {
    const choice = new LabelChoice();
    const fresh = (): void => void this.reload(filters);
    const after = (done: boolean): void => {
      if (!done) return;
      choosing.clear();
      fresh();
    };
    need("[data-do=label-chosen]").addEventListener("click", () => {
      const images = choosing.images;
      choice.ask(words.pool.whatAre(images.length), (label) => {
        void relabel(this.project, images, label, fresh).then(after);
      });
    });
    document.querySelector("[data-do=gold-chosen]")?.addEventListener("click", () => {
      // What people have said of an image is its right label; for the others the lead says it.
      const chosen = choosing.images.map((image) => ({ image, label: this.labelOf(image) }));
      const open = chosen.filter(({ label }) => label === undefined).length;
      const mark = (label = ""): void =>
        void markGold(this.project, chosen.map((one) => ({ image: one.image, label: one.label ?? label })), fresh).then(after);
      if (open === 0) mark();
      else choice.ask(words.pool.whatIsRight(open, open === chosen.length), mark);
    });
  }

  private labelOf(image: number): string | undefined {
    const known = this.known.get(image);
    return known?.state === "labelled" ? (known.label ?? undefined) : undefined;
  }

  /** The same tiles as they are now; the page stays where it is. */
  private async reload(filters: HTMLFormElement): Promise<void> {
    const shown = this.tiles.childElementCount;
    this.after = null;
    await this.load(filters, true);
    while (this.after !== null && this.tiles.childElementCount < shown) await this.load(filters);
  }

  private restart(filters: HTMLFormElement): void {
    const query = this.query(filters).toString();
    this.showPrediction(this.query(filters));
    document.querySelector("[data-better-images]")?.toggleAttribute("hidden", this.query(filters).get("route") !== "better_image");
    history.replaceState(null, "", query === "" ? location.pathname : `?${query}`);
    this.after = null;
    this.tiles.replaceChildren(...Array.from({ length: 24 }, () => el("li", { class: "tile skeleton" })));
    void this.load(filters, true);
  }

  /** Which images are meant that no list to choose from names: what a model takes them for, and whether they check it. */
  private showPrediction(query: URLSearchParams): void {
    const button = document.querySelector<HTMLButtonElement>("[data-do=clear-prediction]");
    if (button === null) return;
    const prediction = query.get("prediction");
    const model = query.get("checkedBy");
    button.hidden = prediction === null && model === null;
    text("[data-fill=prediction]", model === null ? words.pool.takenFor(prediction ?? "") : words.pool.checkedBy(model, prediction), button);
  }

  private query(filters: HTMLFormElement): URLSearchParams {
    const query = new URLSearchParams();
    for (const [name, value] of new FormData(filters)) if (value !== "") query.set(name, String(value));
    return query;
  }

  private async load(filters: HTMLFormElement, fresh = false): Promise<void> {
    if (this.loading && !fresh) return;
    this.loading = true;
    this.more.disabled = true;
    const query = this.query(filters);
    query.set("limit", String(PAGE));
    if (this.after !== null) query.set("after", String(this.after));
    try {
      const page = await api.get<PageOf<PoolImage>>(`/api/projects/${this.project}/images?${query}`);
      if (fresh) this.tiles.replaceChildren();
      for (const image of page.items) this.known.set(image.id, image);
      this.tiles.append(...page.items.map((image) => tile(image, this.high, this.choosing)));
      this.choosing?.show();
      this.after = page.next;
      this.more.hidden = page.next === null;
      need(".tiles-empty").hidden = this.tiles.childElementCount > 0;
      this.total = page.total ?? (fresh ? undefined : this.total);
      this.showCount();
      need("[data-pool-failure]").replaceChildren();
    } catch (error) {
      if (fresh) this.tiles.replaceChildren();
      need("[data-pool-failure]").replaceChildren(failureNote(error, () => void this.load(filters, fresh)));
    } finally {
      this.loading = false;
      this.more.disabled = false;
    }
  }

  private showCount(): void {
    const shown = this.tiles.childElementCount;
    text("[data-fill=shown]", shown > 0 ? words.pool.shown(shown, this.total === shown ? undefined : this.total) : "");
  }
}

const STATES: Record<string, { sign: string; kind: string; name: string }> = {
  automatic: { sign: "check", kind: "t3", name: words.pool.states.automatic },
  labelled: { sign: "check", kind: "ok", name: words.pool.states.labelled },
  cannot_tell: { sign: "help", kind: "t3", name: words.pool.states.cannot_tell },
  flagged: { sign: "flag", kind: "t3", name: words.pool.states.flagged },
  disagreement: { sign: "people", kind: "t3", name: words.pool.states.disagreement },
};

function tile(image: PoolImage, high: Thresholds, choosing: Choosing | undefined): HTMLElement {
  const state = STATES[image.state];
  const name = image.label ?? state?.name ?? (image.prediction === null ? "" : `${image.prediction}?`);
  const small = Math.max(image.width, image.height) < 128;
  const link = el(
    "a",
    { class: "tile", href: image.content, title: image.setAside ? `${image.filename}: ${image.setAside}` : image.filename, click: (event) => open(event, image, high) },
    el("img", { src: image.thumbnail, alt: image.filename, loading: "lazy", class: small && "small-image" }),
    el(
      "span",
      { class: "tile-doubts" },
      image.model !== null && doubtBar("model", image.model),
      image.data !== null && doubtBar("data", image.data),
    ),
    el("span", { class: "tile-name" }, state && icon(state.sign, state.kind), el("span", { class: "clip" }, image.state === "automatic" ? words.pool.auto(name) : name)),
  );
  return el("li", { "data-image": image.id, "data-arm": image.arm }, link, choosing?.box(image.filename), image.setAside ? el("p", { class: "t12 t2 tile-reason" }, el("b", { class: "m clip" }, image.filename), image.setAside) : null);
}

function open(event: Event, image: PoolImage, high: Thresholds): void {
  if (event instanceof MouseEvent && (event.ctrlKey || event.metaKey || event.shiftKey)) return;
  event.preventDefault();
  showViewer(image, STATES[image.state]?.name ?? words.pool.noAnswer, high);
}

export function startPool(root: HTMLElement): void {
  new PoolPage(root).start();
}
