import { el } from "../shared/dom";

/** The numbers of a chart as a table: the first column names the row, all others are figures. */
export interface ChartTable {
  head: string[];
  rows: (string | Node)[][];
}

export function chartTable(name: string, { head, rows }: ChartTable): HTMLElement {
  const right = (column: number): string | null => (column === 0 ? null : "right");
  // Reached by the keyboard, because it may have to be scrolled.
  return el(
    "div",
    { class: "chart-table", tabindex: 0, role: "region", "aria-label": name },
    el(
      "table",
      { class: "table" },
      el("caption", { class: "sr" }, name),
      el("thead", {}, el("tr", {}, ...head.map((text, column) => el("th", { scope: "col", class: right(column) }, text)))),
      el("tbody", {}, ...rows.map((row) => el("tr", {}, ...row.map((cell, column) => el("td", { class: right(column) }, cell))))),
    ),
  );
}
