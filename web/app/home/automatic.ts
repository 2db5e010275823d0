import { words } from "../messages/words";
import { el, need, text } from "../shared/dom";
import { count } from "../shared/format";
import type { AutomaticState } from "../shared/types";

/** The labels that the model gave by itself: what was promised, and what the audit says of it. */
export function showAutomatic(state: AutomaticState): void {
  const card = need("[data-automatic]");
  card.hidden = !state.on && !state.stopped && state.images === 0;
  if (card.hidden) return;
  need("[data-automatic-figures]", card).hidden = state.images === 0;
  const link = card.querySelector<HTMLElement>("[data-automatic-pool]");
  if (link !== null) link.hidden = state.images === 0;
  const say = need("[data-fill=automatic-say]", card);
  say.hidden = state.images > 0;
  say.textContent = state.sentence ?? words.home.automatic.none;
  const { verdict, audit } = state;
  text("[data-fill=automatic-images]", count(state.images), card);
  text("[data-fill=automatic-model]", verdict === null ? "" : words.home.automatic.byModel(verdict.model), card);
  need("[data-fill=automatic-promise]", card).replaceChildren(
    `≤ ${percent(verdict?.mostWrong ?? state.mostWrong)}`,
    el("small", {}, words.home.automatic.wrong),
  );
  text("[data-fill=automatic-bound]", words.home.automatic.tested, card);
  need("[data-figure=audit]", card).hidden = audit === null;
  if (audit === null) return;
  text("[data-fill=automatic-audit]", audit.checked === 0 ? "–" : words.home.automatic.wrongOf(audit.wrong, audit.checked), card);
  text(
    "[data-fill=automatic-interval]",
    audit.checked === 0 ? words.home.automatic.noneChecked : words.home.automatic.wrongRange(percent(audit.low), percent(audit.high)),
    card,
  );
}

/** Rounded up, so that no limit looks lower than it is. */
function percent(share: number): string {
  return String(Math.ceil(1000 * share - 1e-6) / 10);
}
