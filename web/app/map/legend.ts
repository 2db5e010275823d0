import type { Look } from "../charts/look";
import { el } from "../shared/dom";
import { count } from "../shared/format";
import type { Colour } from "./doubt-map-data";
import { kindName, markOf } from "./marks";

/** What the colours mean, with the images of each kind; kinds that nothing is of are left out. */
export function legend(kinds: { name: string; images: number }[], colour: Colour, look: Look): HTMLElement[] {
  return kinds.flatMap(({ name, images }, place) => {
    if (images === 0) return [];
    const mark = markOf(colour, name, place, look);
    const dot = el("i", { class: mark.hollow ? "map-dot map-dot-hollow" : "map-dot" });
    dot.style.setProperty("--dot", mark.colour);
    return [el("li", {}, dot, kindName(colour, name), el("span", { class: "t3" }, count(images)))];
  });
}
