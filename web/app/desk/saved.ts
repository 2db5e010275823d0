import { words } from "../messages/words";
import { el, icon } from "../shared/dom";
import type { Outbox, SaveState } from "./outbox";

const SIGNS: Record<SaveState, string> = {
  saved: "saved",
  sending: "sending",
  offline: "offline",
  "signed-out": "lock",
  refused: "warning",
};

/** The five sentences about what is saved; the sign changes with them. */
export function showSaved(place: HTMLElement, outbox: Outbox): void {
  const says = [outbox.state, outbox.pending, outbox.saved, outbox.refusals.length].join(" ");
  if (place.dataset["says"] === says) return;
  place.dataset["says"] = says;
  const line = el("span", { class: "words" });
  if (outbox.state === "signed-out") {
    line.append(
      words.desk.signedOut(outbox.pending),
      el("a", { class: "link", href: "/login", target: "_blank" }, words.desk.signIn),
      words.desk.toSend,
    );
  } else {
    line.append(sentence(outbox));
  }
  place.dataset["state"] = outbox.state;
  place.title = outbox.state === "refused" ? line.textContent : "";
  place.replaceChildren(icon(SIGNS[outbox.state]), line);
}

function sentence(outbox: Outbox): string {
  switch (outbox.state) {
    case "offline":
      return words.desk.offline(outbox.pending);
    case "refused":
      return words.desk.notTaken(outbox.refusals.length, outbox.refusals.at(-1)?.reason ?? "");
    default:
      return outbox.pending > 0
        ? words.desk.onItsWay(outbox.saved, outbox.pending)
        : words.desk.saved(outbox.saved);
  }
}
