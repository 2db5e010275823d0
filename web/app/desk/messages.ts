import { words } from "../messages/words";
import { el, icon, need } from "../shared/dom";
import { failureNote } from "../shared/failure";

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
  show(el("span", { class: "sr" }, words.desk.fetching));
}

export function showNoImages(home: string): void {
  show(
    el(
      "div",
      { class: "empty" },
      icon("upload"),
      el("p", { class: "t16 b" }, words.desk.noImages),
      el("p", { class: "t2" }, words.desk.noImagesSays),
      el("div", { class: "form-actions" }, el("a", { class: "btn btn-primary", href: home }, words.desk.toProject)),
    ),
  );
}

export function showNothingLeft(done: number, inMinutes: number, next: HTMLElement, home: string, again: () => void): void {
  show(
    el(
      "div",
      { class: "empty" },
      icon("saved", "ok"),
      el("p", { class: "t16 b" }, words.desk.nothingLeft),
      el("p", { class: "t2" }, words.desk.nothingLeftSays(done, Math.max(1, inMinutes))),
      el("h2", { class: "next-title" }, words.session.whatNext),
      next,
      el(
        "div",
        { class: "form-actions" },
        el("button", { type: "button", class: "btn btn-primary", click: again }, words.desk.lookAgain),
        el("a", { class: "btn", href: home }, words.desk.stopHere),
      ),
    ),
  );
}

/** What will be here, and where to go instead. */
export function showEmpty(
  sign: string,
  title: string,
  words: string,
  elsewhere: { name: string; href: string },
  again: { name: string; act: () => void },
): void {
  show(
    el(
      "div",
      { class: "empty" },
      icon(sign, "t3"),
      el("p", { class: "t16 b" }, title),
      el("p", { class: "t2" }, words),
      el(
        "div",
        { class: "form-actions" },
        el("a", { class: "btn btn-primary", href: elsewhere.href }, elsewhere.name),
        el("button", { type: "button", class: "btn", click: again.act }, again.name),
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
      el("p", { class: "t16 b" }, words.desk.paused),
      el("p", { class: "t2" }, words.desk.pausedSays),
      el("div", { class: "form-actions" }, goOnButton(goOn)),
    ),
  );
  document.querySelector<HTMLButtonElement>(".stage-message .btn-primary")?.focus();
}

/** The end of the time that somebody set. No button takes the focus: the key of an answer must not press it. */
export function showOver(minutes: number, says: string, soFar: string, ways: { goOn: () => void; home: string; grid: string | undefined }): void {
  show(
    el(
      "div",
      { class: "empty" },
      icon("clock"),
      el("p", { class: "t16 b" }, words.session.over(minutes)),
      el("p", { class: "t2" }, says),
      el("p", { class: "t2" }, soFar),
      el(
        "div",
        { class: "form-actions" },
        goOnButton(ways.goOn),
        el("a", { class: "btn", href: ways.home }, words.desk.stopHere),
        ways.grid !== undefined && el("a", { class: "btn btn-quiet", href: ways.grid }, words.session.grid),
      ),
    ),
  );
}

function goOnButton(goOn: () => void): HTMLElement {
  return el("button", { type: "button", class: "btn btn-primary", click: goOn }, `${words.desk.goOn} `, el("kbd", { "data-cap": "pause" }, "P"));
}
