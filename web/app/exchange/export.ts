import { words } from "../messages/words";
import { need, text } from "../shared/dom";

const OF_A_MODEL = ["model_version", "prediction", "probability", "model_doubt", "data_doubt"];

/** Says what will be in the file, and how a program asks for it, as it is chosen. */
export function startExport(root: HTMLElement): void {
  const form = need<HTMLFormElement>(".export-form", root);
  const show = (): void => {
    const chosen = new FormData(form);
    showCounts(root, chosen.get("format") === "imagefolder", chosen.get("labels") === "all");
    showColumns(root, chosen);
    const query = new URLSearchParams([...chosen].map(([name, value]) => [name, String(value)])).toString();
    text("#curl", `curl -fOJ -H "Authorization: Bearer $TOKEN" "${form.action}?${query}"`, root);
    need<HTMLAnchorElement>("[data-manifest]", root).href = `${form.action}?${query}&part=manifest`;
  };
  form.addEventListener("change", show);
  // The browser remembers choices when it comes back to the page.
  window.addEventListener("pageshow", show);
  show();
}

function showCounts(root: HTMLElement, onlyLabelled: boolean, automatic: boolean): void {
  need("[data-count=automatic]", root).hidden = !automatic;
  const unlabelled = need("[data-count=unlabelled]", root);
  const number = need(".value", unlabelled);
  number.textContent = (automatic ? number.dataset["all"] : number.dataset["human"]) ?? "";
  unlabelled.hidden = onlyLabelled;
  text(
    "[data-unlabelled-say]",
    onlyLabelled ? words.pool.noFolder : words.pool.rowsSay,
    root,
  );
}

function showColumns(root: HTMLElement, chosen: FormData): void {
  for (const row of root.querySelectorAll<HTMLElement>("[data-column]")) {
    const column = row.dataset["column"] ?? "";
    row.hidden =
      (column === "path" && chosen.get("format") !== "imagefolder") ||
      (OF_A_MODEL.includes(column) && chosen.get("uncertainty") === null);
  }
}
