import { words } from "../messages/words";
import { api } from "../shared/api";
import { el, icon, need } from "../shared/dom";
import { asProblem } from "../shared/problem";
import { toast } from "../shared/toast";

export type Route = "queue" | "second_reader" | "better_image";

/** A step that sent images on. */
export interface Sending {
  id: number;
  route: Route;
  sent: number;
  measuring: number;
  answered: number;
  by: string;
  at: string;
  takenBackAt: string | null;
}

const SHOWN = 6;
const SIGNS: Record<Route, string> = { queue: "sending", second_reader: "people", better_image: "camera" };

/** The newest steps, each of which can be taken back. */
export class Steps {
  constructor(
    private readonly place: HTMLElement,
    private readonly project: number,
    private readonly changed: () => void,
  ) {}

  /** @param wanted asked when they are there: something may have been chosen meanwhile */
  async read(wanted: () => boolean): Promise<void> {
    try {
      const { items } = await api.get<{ items: Sending[] }>(`/api/projects/${this.project}/sendings`);
      this.place.hidden = !wanted() || items.length === 0;
      need("ol", this.place).replaceChildren(...items.slice(0, SHOWN).map((sending) => this.step(sending)));
    } catch {
      this.place.hidden = true;
    }
  }

  async takeBack(id: number): Promise<void> {
    try {
      const sending = await api.delete<Sending>(`/api/projects/${this.project}/sendings/${id}`);
      toast("undo", words.map.tookBack(sending.route, sending.sent));
      this.changed();
      const shown = !this.place.hidden;
      await this.read(() => shown);
    } catch (error) {
      toast("warning", asProblem(error).detail);
    }
  }

  private step(sending: Sending): HTMLElement {
    const time = new Date(sending.at).toLocaleTimeString([], { hour: "2-digit", minute: "2-digit" });
    return el(
      "li",
      {},
      icon(SIGNS[sending.route], "t3"),
      el("span", { class: "grow" }, words.map.step(sending.route, sending.sent), el("span", { class: "t3 t12" }, `${time}, ${sending.by}`)),
      sending.takenBackAt === null
        ? el("button", { type: "button", class: "btn btn-small", "aria-label": words.map.takeBackThis(sending.sent), click: () => void this.takeBack(sending.id) }, words.map.takeBack)
        : el("span", { class: "t3 t12" }, words.map.takenBack),
    );
  }
}
