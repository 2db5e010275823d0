import { need } from "../shared/dom";
import { KeyChoice } from "./key-choice";
import { KeyTable } from "./key-table";

/** One's keys away from the desk. */
export function startKeys(root: HTMLElement): void {
  const choice = new KeyChoice(root.dataset["keys"], [], () => undefined);
  new KeyTable(need(".keys", root), choice);
}
