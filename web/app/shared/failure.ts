import { words } from "../messages/words";
import { el, icon } from "./dom";
import { asProblem } from "./problem";

/** What failed, what is safe, what to do; words.shared.copyDetails gives the problem document. */
export function failureNote(error: unknown, again?: () => void): HTMLElement {
  const problem = asProblem(error);
  const details = JSON.stringify(problem.document ?? { status: problem.status, detail: problem.detail }, null, 2);
  return el(
    "div",
    { class: "col failure", role: "alert" },
    el("div", { class: "note note-bad" }, icon("warning"), el("span", {}, problem.detail)),
    el(
      "div",
      { class: "form-actions" },
      again && el("button", { type: "button", class: "btn", click: again }, words.shared.tryAgain),
      el(
        "button",
        { type: "button", class: "btn btn-quiet", click: () => void navigator.clipboard?.writeText(details) },
        words.shared.copyDetails,
      ),
    ),
  );
}
