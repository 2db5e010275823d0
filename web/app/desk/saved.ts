import { el, icon } from "../shared/dom";
import { count } from "../shared/format";
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
  const words = el("span", { class: "words" });
  if (outbox.state === "signed-out") {
    words.append(
      `Signed out · ${count(outbox.pending)} wait. `,
      el("a", { class: "link", href: "/login", target: "_blank" }, "Sign in"),
      " to send them",
    );
  } else {
    words.append(sentence(outbox));
  }
  place.dataset["state"] = outbox.state;
  place.replaceChildren(icon(SIGNS[outbox.state]), words);
}

function sentence(outbox: Outbox): string {
  switch (outbox.state) {
    case "offline":
      return `No network · ${count(outbox.pending)} ${outbox.pending === 1 ? "waits" : "wait"} in this browser`;
    case "refused":
      return `${count(outbox.refusals.length)} not taken: ${outbox.refusals.at(-1)?.reason ?? ""}`;
    default:
      return outbox.pending > 0
        ? `${count(outbox.saved)} saved · ${count(outbox.pending)} on its way`
        : `${count(outbox.saved)} saved`;
  }
}
