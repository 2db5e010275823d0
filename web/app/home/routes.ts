import { api } from "../shared/api";
import { el, need, setPart, text } from "../shared/dom";
import { count } from "../shared/format";
import type { PageOf, PoolImage, Routes } from "../shared/types";
import { words } from "../messages/words";

const EACH = 4;
const NAMES = { ask: "ask", secondReader: "second_reader", betterImage: "better_image", automatic: "automatic" } as const;

/** Where the images without a label go, with a few of each. */
export class RoutesCard {
  private readonly card = need("[data-routes]");
  private pictured = "";

  constructor(private readonly project: number) {}

  /** @param model that the doubts are of; another one brings other pictures */
  show(routes: Routes | null, model: number | null): void {
    this.card.hidden = routes === null || model === null;
    if (routes === null || model === null) return;
    const all = Object.values(routes).reduce((sum, images) => sum + images, 0);
    text("[data-fill=routes]", words.home.routes(all), this.card);
    for (const [key, route] of Object.entries(NAMES)) {
      const images = routes[key as keyof Routes];
      text(`[data-fill=route-${route}]`, count(images), this.card);
      setPart(need(`[data-part=${route}]`, this.card), all === 0 ? 0 : images / all);
    }
    const state = `${model} ${Object.values(routes).map((images) => Math.min(images, EACH)).join()}`;
    if (state === this.pictured) return;
    this.pictured = state;
    for (const route of Object.values(NAMES)) void this.picture(route);
  }

  private async picture(route: string): Promise<void> {
    const place = need(`[data-thumbnails=${route}]`, this.card);
    try {
      const { items } = await api.get<PageOf<PoolImage>>(`/api/projects/${this.project}/images?route=${route}&limit=${EACH}`);
      place.replaceChildren(...items.map(({ thumbnail }) => el("img", { src: thumbnail, alt: "", loading: "lazy", width: 36, height: 36 })));
    } catch {
      // The counts stand without their pictures.
      place.replaceChildren();
    }
  }
}
