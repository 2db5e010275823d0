import { words } from "../messages/words";
import { api } from "../shared/api";
import { el } from "../shared/dom";
import type { PoolImage } from "../shared/types";

export interface Listed {
  image: number;
  filename: string;
  thumbnail: string;
  state: string;
  label: string | null;
  value: number;
}

/** A picture that opens the image it stands for. */
export function listedTile({ image, filename, thumbnail, label }: Listed, open: (image: PoolImage) => void, below = label ?? ""): HTMLElement {
  const look = (): void => void api.get<PoolImage>(`/api/images/${image}`).then(open, () => undefined);
  return el(
    "button",
    { type: "button", class: "tile", "data-image": image, title: filename, click: look },
    el("img", { src: thumbnail, alt: filename, loading: "lazy" }),
    el("span", { class: "tile-name" }, el("span", { class: "clip" }, below)),
  );
}

/** In the viewer: what looks most like the image, for leads of a pool that is laid out. */
export async function showSimilar(dialog: HTMLElement, image: PoolImage, open: (image: PoolImage) => void): Promise<void> {
  const place = dialog.querySelector<HTMLElement>("[data-similar]");
  if (place === null) return;
  place.hidden = true;
  place.dataset["image"] = String(image.id);
  try {
    const { items } = await api.get<{ items: Listed[] }>(`/api/projects/${place.dataset["similar"]}/maps/likeness/similar?image=${image.id}&limit=6`);
    if (place.dataset["image"] !== String(image.id)) return;
    place.hidden = items.length === 0;
    place.replaceChildren(el("h3", { class: "t12 m t2" }, words.map.looksLike), el("div", { class: "similar" }, ...items.map((item) => listedTile(item, open))));
  } catch {
    // Without them the image can be looked at all the same.
  }
}
