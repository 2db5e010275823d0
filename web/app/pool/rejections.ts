import { words } from "../messages/words";
import { api } from "../shared/api";
import { el, icon, need, text } from "../shared/dom";
import type { PageOf } from "../shared/types";

interface Rejection {
  filename: string;
  reason: string;
  detail: string;
  image: number | null;
}

const PAGE = 50;

/** The files that were not taken, each with why and what to do. */
export async function showRejections(job: number, total: number): Promise<void> {
  const card = need("[data-rejections]");
  card.hidden = total === 0;
  if (total === 0) return;
  text("[data-fill=rejections]", words.pool.filesNotTaken(total));
  text("[data-fill=rejections-them]", total === 1 ? words.pool.it : words.pool.them);
  need<HTMLAnchorElement>("[data-rejections-csv]").href = `/api/jobs/${job}/rejections.csv`;
  const body = need("tbody", card);
  body.replaceChildren();
  const more = need<HTMLButtonElement>("[data-do=more-rejections]");
  let after: string | number | null = null;
  const load = async (): Promise<void> => {
    more.disabled = true;
    const from = after === null ? "" : `&after=${encodeURIComponent(after)}`;
    const page = await api.get<PageOf<Rejection>>(`/api/jobs/${job}/rejections?limit=${PAGE}${from}`);
    body.append(...page.items.map(row));
    after = page.next;
    more.hidden = after === null;
    more.disabled = false;
    need(".tiles-foot", card).hidden = more.hidden;
    text("[data-fill=rejections-shown]", more.hidden ? "" : words.pool.shown(body.childElementCount, total));
  };
  more.onclick = () => void load();
  await load();
}

function row({ filename, reason, detail }: Rejection): HTMLElement {
  const twice = reason === "duplicate";
  return el(
    "tr",
    {},
    el("td", {}, icon(twice ? "duplicate" : "close", twice ? "t3" : "bad")),
    el("td", { class: "mono file-name" }, filename),
    el("td", { class: "m nowrap" }, words.pool.reasons[reason] ?? reason.replaceAll("_", " ")),
    el("td", { class: "t2" }, detail),
  );
}
