import { api } from "../shared/api";
import type { Outcome, QueueItem } from "../shared/types";
import type { Past } from "./history";
import type { Outbox } from "./outbox";
import { ReadyImage } from "./ready-image";

/** As many as a strip shows; more would only be fetched for nothing. */
const SHOWN = 12;
const LOOKED_THROUGH = 60;

interface Annotation {
  id: number;
  image: number;
  outcome: Outcome | "withdrawn";
  label?: string;
  note?: string;
  clientKey: string;
  withdraws?: number;
}

/** The last answers of this person, oldest first: a page that is opened anew can still take them back or correct them. */
export async function fetchEarlier(project: number, outbox: Outbox): Promise<Past[]> {
  const path = `/api/projects/${project}/annotations?limit=${LOOKED_THROUGH}`;
  const { items } = await api.get<{ items: Annotation[] }>(path);
  const withdrawn = new Set(items.map((one) => one.withdraws));
  const standing = items.filter((one) => one.outcome !== "withdrawn" && !withdrawn.has(one.id));
  const newest = [...new Map(standing.reverse().map((one) => [one.image, one])).values()].slice(-SHOWN);
  const images = await Promise.all(newest.map(({ image }) => api.get<Pick<QueueItem, "filename" | "width" | "height">>(`/api/images/${image}`)));
  return newest.map((one, at) => {
    outbox.know(one.clientKey, one.id);
    const shown = images[at] ?? { filename: "", width: 1, height: 1 };
    return { image: readyImage(one.image, shown), answers: [answerOf(one)], earlier: true };
  });
}

function answerOf({ clientKey, image, outcome, label, note }: Annotation): Past["answers"][number] {
  return { clientKey, image, outcome: outcome as Outcome, label, note };
}

/** Nothing but the picture: what the models said of it then is not known now. */
function readyImage(image: number, { filename, width, height }: Pick<QueueItem, "filename" | "width" | "height">): ReadyImage {
  const address = `/api/images/${image}`;
  return new ReadyImage({
    image,
    url: `${address}/view`,
    thumbnail: `${address}/thumbnail`,
    filename,
    width,
    height,
    leasedUntil: "",
    suggestion: null,
    uncertainty: null,
    reason: "earlier",
  });
}
