import { words } from "../messages/words";
import { api } from "../shared/api";
import { el, icon, need, setShare, text } from "../shared/dom";
import { failureNote } from "../shared/failure";
import { count, dayAndTime, percent } from "../shared/format";
import { randomKey } from "../shared/random-key";
import { toast } from "../shared/toast";
import { watchJob } from "../shared/watch-job";

type Reason = "slip" | "unclear" | "unknown";

interface Suspect {
  image: number;
  filename: string;
  label: string;
  by: string | null;
  likely: string;
  probability: number;
  likelihood: number;
  model: number;
  data: number;
}

interface LabelCheck {
  madeAt: string | null;
  labels: number;
  judged: number;
  job: number | null;
  boxes: { reason: Reason; total: number; items: Suspect[] }[];
}

const SIGNS: Record<Reason, [string, string]> = { slip: ["check", ""], unclear: ["data", "ic-data"], unknown: ["model", "ic-model"] };
/** Of a box so many are on the page at once; the others come up as these are dealt with. */
const SHOWN = 5;

/** Labels that a model which has not learnt them finds improbable: each is kept or corrected by one key. */
class Review {
  private readonly path: string;
  private check: LabelCheck | undefined;
  private busy = false;

  constructor(private readonly root: HTMLElement) {
    this.path = `/api/projects/${root.dataset["project"]}`;
  }

  start(): void {
    need("[data-do=check]").addEventListener("click", () => void this.begin());
    document.addEventListener("keydown", (event) => this.key(event));
    void this.read();
  }

  private async read(): Promise<void> {
    try {
      this.check = await api.get<LabelCheck>(`${this.path}/label-check`);
      need("[data-review-failure]").replaceChildren();
      this.show();
      if (this.check.job !== null) await this.watch(this.check.job);
    } catch (error) {
      need("[data-review-failure]").replaceChildren(failureNote(error, () => void this.read()));
    }
  }

  private async begin(): Promise<void> {
    try {
      const { job } = await api.post<{ job: number }>(`${this.path}/label-check`);
      await this.watch(job);
    } catch (error) {
      need("[data-review-failure]").replaceChildren(failureNote(error));
    }
  }

  private async watch(id: number): Promise<void> {
    const place = need("[data-review-job]");
    const button = need<HTMLButtonElement>("[data-do=check]");
    button.disabled = true;
    place.hidden = false;
    text("[data-fill=review-stage]", words.review.running);
    const job = await watchJob(id, ({ stage, done, total }) => {
      if (stage !== "") text("[data-fill=review-stage]", stage);
      setShare(place.querySelector("i"), total > 0 ? done / total : 0);
    });
    place.hidden = true;
    button.disabled = false;
    await this.read();
    if (job.failure !== null && job.failure !== undefined) need("[data-review-failure]").replaceChildren(failureNote(new Error(job.failure)));
  }

  private show(): void {
    const check = this.check;
    if (check === undefined) return;
    const total = check.boxes.reduce((sum, box) => sum + box.total, 0);
    text("[data-fill=suspects]", check.madeAt === null ? "" : words.review.suspects(total));
    text("[data-fill=checked]", check.madeAt === null ? words.review.never : words.review.checked(dayAndTime(check.madeAt), check.judged, check.labels));
    need(".review-boxes").replaceChildren(...check.boxes.map((box) => this.box(box)));
  }

  private box({ reason, total, items }: LabelCheck["boxes"][number]): HTMLElement {
    const [sign, kind] = SIGNS[reason];
    const hidden = total - Math.min(SHOWN, items.length);
    return el(
      "section",
      { class: "card c4", "data-box": reason },
      el("header", {}, icon(sign, kind), el("h3", { class: "review-title" }, words.review.titles[reason]), el("span", { class: "end t20" }, count(total))),
      el("p", { class: "say" }, total === 0 ? words.review.none[reason] : words.review.says[reason]),
      el("ul", {}, ...items.slice(0, SHOWN).map((suspect) => this.item(suspect))),
      hidden > 0 && el("p", { class: "t2 t12 review-more" }, words.review.more(hidden)),
    );
  }

  private item(suspect: Suspect): HTMLElement {
    const key = keyOf(suspect.likely);
    return el(
      "li",
      { class: "suspect", "data-image": suspect.image },
      el("a", { href: `/api/images/${suspect.image}/content`, target: "_blank", rel: "noopener", "aria-label": suspect.filename }, el("img", { class: "suspect-image", src: `/api/images/${suspect.image}/thumbnail`, alt: "", loading: "lazy" })),
      el(
        "div",
        { class: "suspect-words" },
        el("p", { class: "clip" }, el("span", { class: "m" }, suspect.label), " ", el("span", { class: "t3" }, words.review.by(suspect.by))),
        el("p", { class: "t2 clip" }, suspect.likely, " ", el("span", { class: "t3" }, words.review.modelSays(percent(suspect.likelihood, 0)))),
      ),
      el(
        "div",
        { class: "suspect-acts" },
        el("button", { type: "button", class: "btn btn-small", "data-keep": "", "aria-label": words.review.keepOf(suspect.label, suspect.filename), click: () => void this.decide(suspect, suspect.label) }, el("span", { class: "grow" }, words.review.keep), el("kbd", {}, "K")),
        el(
          "button",
          { type: "button", class: "btn btn-small", "data-correct": key ?? "", "aria-label": words.review.correctOf(suspect.likely, suspect.filename), click: () => void this.decide(suspect, suspect.likely) },
          el("span", { class: "grow clip" }, suspect.likely),
          key !== undefined && el("kbd", {}, key),
        ),
      ),
    );
  }

  private async decide(suspect: Suspect, label: string): Promise<void> {
    if (this.busy) return;
    this.busy = true;
    const place = this.places().findIndex((item) => Number(item.dataset["image"]) === suspect.image);
    try {
      const { id } = await api.post<{ id: number }>(`${this.path}/disagreements`, { image: suspect.image, outcome: "labelled", label, clientKey: randomKey() });
      this.drop(suspect);
      this.show();
      const rest = this.places();
      rest[Math.min(place, rest.length - 1)]?.querySelector<HTMLElement>("[data-keep]")?.focus();
      const said = label === suspect.label ? words.review.kept(label) : words.review.corrected(label);
      text("[data-review-voice]", said);
      toast("check", said, { name: words.review.undo, act: () => void this.takeBack(id) });
      need("[data-review-failure]").replaceChildren();
    } catch (error) {
      need("[data-review-failure]").replaceChildren(failureNote(error));
    } finally {
      this.busy = false;
    }
  }

  private async takeBack(annotation: number): Promise<void> {
    try {
      await api.delete(`/api/annotations/${annotation}`);
      text("[data-review-voice]", words.review.takenBack);
      await this.read();
    } catch (error) {
      need("[data-review-failure]").replaceChildren(failureNote(error));
    }
  }

  private drop(suspect: Suspect): void {
    for (const box of this.check?.boxes ?? []) {
      const at = box.items.indexOf(suspect);
      if (at < 0) continue;
      box.items.splice(at, 1);
      box.total -= 1;
    }
  }

  private places(): HTMLElement[] {
    return [...this.root.querySelectorAll<HTMLElement>(".suspect")];
  }

  /** Keys belong to the label that has the focus. */
  private key(event: KeyboardEvent): void {
    const item = (event.target as Element | null)?.closest<HTMLElement>(".suspect");
    if (item === null || item === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
    const places = this.places();
    const at = places.indexOf(item);
    const step = event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : 0;
    const correct = item.querySelector<HTMLButtonElement>("[data-correct]");
    if (step !== 0) places[at + step]?.querySelector<HTMLElement>("[data-keep]")?.focus();
    else if (event.key.toLowerCase() === "k") item.querySelector<HTMLButtonElement>("[data-keep]")?.click();
    else if (correct !== null && event.key === correct.dataset["correct"]) correct.click();
    else return;
    event.preventDefault();
  }
}

/** The key of a label on the labelling page, as the page's template lists them. */
function keyOf(label: string): string | undefined {
  const keys = JSON.parse(need("[data-page=review]").dataset["keys"] ?? "{}") as Record<string, string>;
  return keys[label] === "" ? undefined : keys[label];
}

export function startReview(root: HTMLElement): void {
  new Review(root).start();
}
