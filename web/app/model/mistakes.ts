import { range } from "../home/curve";
import { words } from "../messages/words";
import { api } from "../shared/api";
import { el, need, setShare, text } from "../shared/dom";
import { doubtBar } from "../shared/doubts";
import { failureNote } from "../shared/failure";
import { count, percent } from "../shared/format";
import type { Cell, ClassQuality, Quality } from "./quality-data";

interface CellImage {
  image: number;
  thumbnail: string;
  confidence: number;
  model: number;
  data: number;
}

const SAYS = words.quality.mistakes;
const MOST_IMAGES = 24;

/** Which class was taken for which: a table whose cells open their images. */
export class Mistakes {
  private readonly card = need("[data-mistakes]");

  constructor(private readonly project: number) {}

  show(quality: Quality): void {
    const { classes, cells, images, right, accuracy } = quality;
    const errors = cells.filter(({ truth, predicted }) => truth !== predicted);
    const unclear = errors.filter(({ model, data }) => data > model).reduce((sum, cell) => sum + cell.images, 0);
    text("[data-fill=mistakes-say]", [accuracy === null ? "" : SAYS.says(right, images, range(accuracy)), images > right ? SAYS.unclear(unclear, images - right) : ""].join(" "), this.card);
    const at = new Map(cells.map((cell) => [`${cell.truth} ${cell.predicted}`, cell]));
    const most = Math.max(...cells.map((cell) => cell.images));
    need("[data-mistakes-place]", this.card).replaceChildren(
      el(
        "table",
        { class: "matrix" },
        el("caption", { class: "sr" }, SAYS.caption),
        el("thead", {}, el("tr", {}, el("th", { scope: "col" }, SAYS.expert), ...classes.map(({ name }) => el("th", { scope: "col", class: "matrix-column" }, el("span", {}, name))), el("th", { scope: "col", class: "right" }, SAYS.found), el("th", { scope: "col", class: "right" }, SAYS.of))),
        el(
          "tbody",
          {},
          ...classes.map((truth) =>
            el(
              "tr",
              {},
              el("th", { scope: "row" }, truth.name),
              ...classes.map((predicted) => el("td", {}, this.cell(at.get(`${truth.id} ${predicted.id}`), truth, predicted, most, quality.model))),
              el("td", { class: "right" }, truth.found === null ? "–" : percent(truth.found.value, 0)),
              el("td", { class: "right t3" }, count(truth.images)),
            ),
          ),
        ),
      ),
    );
  }

  private cell(cell: Cell | undefined, truth: ClassQuality, predicted: ClassQuality, most: number, model: number): HTMLElement {
    if (cell === undefined) return el("span", { class: "matrix-none" });
    const right = truth.id === predicted.id;
    const kind = right ? "matrix-right" : cell.data > cell.model ? "matrix-data" : "matrix-model";
    const button = el("button", {
      type: "button",
      class: `matrix-cell ${kind}`,
      "aria-label": right ? SAYS.rightCell(truth.name, cell.images) : SAYS.wrongCell(truth.name, predicted.name, cell.images),
      click: () => void this.open(button, truth, predicted, model),
    });
    button.append(count(cell.images));
    setShare(button, cell.images / most);
    return button;
  }

  private async open(button: HTMLElement, truth: ClassQuality, predicted: ClassQuality, model: number): Promise<void> {
    for (const other of this.card.querySelectorAll(".matrix-cell")) other.removeAttribute("aria-current");
    button.setAttribute("aria-current", "true");
    const place = need("[data-mistakes-images]", this.card);
    try {
      const { items } = await api.get<{ items: CellImage[] }>(
        `/api/projects/${this.project}/models/${model}/quality/images?truth=${truth.id}&predicted=${predicted.id}`,
      );
      place.replaceChildren(
        el(
          "header",
          { class: "row" },
          el("h3", {}, truth.id === predicted.id ? SAYS.rightImages(truth.name, items.length) : SAYS.wrongImages(truth.name, predicted.name, items.length)),
          el("a", { class: "btn btn-quiet btn-small end", href: this.pool(truth, predicted, model) }, SAYS.pool),
        ),
        el("ul", { class: "matrix-images" }, ...items.slice(0, MOST_IMAGES).map((image) => this.image(image, predicted))),
      );
    } catch (error) {
      place.replaceChildren(failureNote(error, () => void this.open(button, truth, predicted, model)));
    }
    place.hidden = false;
  }

  private pool(truth: ClassQuality, predicted: ClassQuality, model: number): string {
    return `/projects/${this.project}/pool?${new URLSearchParams({ label: truth.name, prediction: predicted.name, checkedBy: String(model) })}`;
  }

  private image({ image, thumbnail, confidence, model, data }: CellImage, predicted: ClassQuality): HTMLElement {
    return el(
      "li",
      {},
      el("a", { href: `/api/images/${image}/view`, target: "_blank", rel: "noopener" }, el("img", { src: thumbnail, width: 56, height: 56, alt: SAYS.image(image) })),
      el("div", { class: "t12" }, el("div", {}, `${predicted.name} ${percent(confidence, 0)}`), doubtBar("model", model), doubtBar("data", data)),
    );
  }
}
