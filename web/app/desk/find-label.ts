import { words } from "../messages/words";
import { need, text } from "../shared/dom";

/** Type a part of a name, and Enter gives the first label that has it; arrows go on to the others. */
export function startFinding(): void {
  const field = need<HTMLInputElement>("#find-label");
  const list = need(".labels");
  const buttons = [...list.querySelectorAll<HTMLButtonElement>(".label-button")];
  let found: HTMLButtonElement[] = [];
  let picked = 0;

  const pick = (place: number): void => {
    picked = Math.max(0, Math.min(found.length - 1, place));
    const typed = field.value.trim() !== "";
    for (const button of buttons) button.classList.toggle("picked", typed && button === found[picked]);
    if (typed) found[picked]?.scrollIntoView({ block: "nearest" });
  };
  const filter = (): void => {
    const typed = field.value.trim().toLowerCase();
    found = inOrder(buttons, typed);
    const kept = new Set(found);
    for (const button of buttons) button.parentElement?.toggleAttribute("hidden", !kept.has(button));
    need(".labels-none").hidden = found.length > 0;
    text("#find-voice", typed === "" ? "" : words.desk.found(found.length, found[0]?.dataset["label"] ?? ""));
    pick(0);
  };
  const leave = (): void => {
    field.value = "";
    filter();
    list.scrollTop = 0;
    field.blur();
  };

  field.addEventListener("input", filter);
  field.addEventListener("keydown", (event) => {
    if (event.isComposing) return;
    const chosen = event.key === "Enter" && field.value.trim() !== "" ? found[picked] : undefined;
    if (event.key === "ArrowDown") pick(picked + 1);
    else if (event.key === "ArrowUp") pick(picked - 1);
    else if (event.key === "Enter" || event.key === "Escape") {
      leave();
      chosen?.click();
    } else return;
    event.preventDefault();
    event.stopPropagation();
  });
}

/** Those that begin with what was typed are meant more often than those that hold it somewhere; on the page none moves. */
function inOrder(buttons: readonly HTMLButtonElement[], typed: string): HTMLButtonElement[] {
  const name = (button: HTMLButtonElement): string => (button.dataset["label"] ?? "").toLowerCase();
  const having = buttons.filter((button) => name(button).includes(typed));
  const first = having.find((button) => name(button) === typed) ?? having.find((button) => name(button).startsWith(typed));
  const at = first === undefined ? 0 : having.indexOf(first);
  return [...having.slice(at), ...having.slice(0, at)];
}
