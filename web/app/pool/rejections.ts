import { api } from "../shared/api";
import { el, icon, need, text } from "../shared/dom";
import { count, counted } from "../shared/format";
import type { PageOf } from "../shared/types";

interface Rejection {
  filename: string;
  reason: string;
  detail: string;
  image: number | null;
}

const PAGE = 50;

const REASONS: Record<string, string> = {
  empty_file: "Empty file",
  not_an_image: "Not an image",
  unsupported: "Unknown format",
  truncated: "Cut short",
  too_many_pixels: "Too large",
  too_large: "Too large",
  duplicate: "Already in the pool",
  damaged: "Damaged",
  encrypted: "Locked with a password",
  zip_path_traversal: "Unsafe path",
  nested_zip: "ZIP in a ZIP",
  unreadable_zip: "Broken ZIP",
  zip_bomb: "Unpacks too large",
};

/** The files that were not taken, each with why and what to do. */
export async function showRejections(job: number, total: number): Promise<void> {
  const card = need("[data-rejections]");
  card.hidden = total === 0;
  if (total === 0) return;
  text("[data-fill=rejections]", `${counted(total, "file was", "files were")} not taken`);
  text("[data-fill=rejections-them]", total === 1 ? "it" : "them");
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
    text("[data-fill=rejections-shown]", more.hidden ? "" : `${count(body.childElementCount)} of ${count(total)} shown`);
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
    el("td", { class: "m nowrap" }, REASONS[reason] ?? reason.replaceAll("_", " ")),
    el("td", { class: "t2" }, detail),
  );
}
