import { el, icon, need } from "../shared/dom";
import { failureNote } from "../shared/failure";
import { counted, minutes } from "../shared/format";

/** What stands on the stage when no image does. */
function show(...content: (Node | string)[]): void {
  const place = need(".stage-message");
  place.replaceChildren(...content);
  place.hidden = false;
}

export function hideMessage(): void {
  need(".stage-message").hidden = true;
}

export function showLoading(): void {
  show(el("span", { class: "sr" }, "Fetching the next image"));
}

export function showNoImages(home: string): void {
  show(
    el(
      "div",
      { class: "empty" },
      icon("upload"),
      el("p", { class: "t16 b" }, "No images yet"),
      el("p", { class: "t2" }, "A lead adds them to the pool; then they are asked here."),
      el("div", { class: "form-actions" }, el("a", { class: "btn btn-primary", href: home }, "To the project")),
    ),
  );
}

export function showNothingLeft(done: number, inMinutes: number, home: string, again: () => void): void {
  const said = done > 0 ? `You answered ${counted(done, "image")} in ${minutes(Math.max(1, inMinutes))}. ` : "";
  show(
    el(
      "div",
      { class: "empty" },
      icon("saved", "ok"),
      el("p", { class: "t16 b" }, "Nothing left to ask now"),
      el("p", { class: "t2" }, `${said}Every image of the queue is answered or with a colleague. A new round may bring more.`),
      el(
        "div",
        { class: "form-actions" },
        el("button", { type: "button", class: "btn btn-primary", click: again }, "Look again"),
        el("a", { class: "btn", href: home }, "Stop here"),
      ),
    ),
  );
}

export function showFailure(error: unknown, again: () => void): void {
  show(el("div", { class: "empty" }, failureNote(error, again)));
}

export function showPause(goOn: () => void): void {
  show(
    el(
      "div",
      { class: "empty" },
      icon("pause"),
      el("p", { class: "t16 b" }, "Paused"),
      el("p", { class: "t2" }, "The clock stands still. Your answers are safe."),
      el(
        "div",
        { class: "form-actions" },
        el("button", { type: "button", class: "btn btn-primary", click: goOn }, "Go on ", el("kbd", {}, "P")),
      ),
    ),
  );
  document.querySelector<HTMLButtonElement>(".stage-message .btn-primary")?.focus();
}
