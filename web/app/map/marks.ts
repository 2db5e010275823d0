import { classMark, type Look } from "../charts/look";
import { words } from "../messages/words";
import type { Colour } from "./doubt-map-data";

/** How images of one kind are drawn. */
export interface Mark {
  colour: string;
  /** A ring instead of a dot. */
  hollow: boolean;
}

const ROUTES: Record<string, (look: Look) => Mark> = {
  ask: ({ model }) => ({ colour: model, hollow: false }),
  second_reader: ({ data }) => ({ colour: data, hollow: false }),
  better_image: ({ data }) => ({ colour: data, hollow: true }),
  automatic: ({ text2 }) => ({ colour: text2, hollow: false }),
  none: ({ edge }) => ({ colour: edge, hollow: true }),
};

const STATES: Record<string, (look: Look) => Mark> = {
  waiting: ({ edge }) => ({ colour: edge, hollow: false }),
  automatic: ({ ok }) => ({ colour: ok, hollow: true }),
  labelled: ({ ok }) => ({ colour: ok, hollow: false }),
  cannot_tell: ({ text }) => ({ colour: text, hollow: true }),
  flagged: ({ bad }) => ({ colour: bad, hollow: false }),
  disagreement: ({ text }) => ({ colour: text, hollow: false }),
};

/** The mark of a kind, by its place among the kinds of a map. */
export function markOf(colour: Colour, name: string, place: number, look: Look): Mark {
  if (name === "none" && colour === "label") return { colour: look.edge, hollow: true };
  if (colour === "class" || colour === "label") {
    const { colour: hue, second } = classMark(place, look);
    return { colour: hue, hollow: second };
  }
  return (colour === "route" ? ROUTES : STATES)[name]?.(look) ?? { colour: look.text3, hollow: false };
}

/** What a kind is called. */
export function kindName(colour: Colour, name: string): string {
  return words.map.kinds[colour]?.[name] ?? name;
}
