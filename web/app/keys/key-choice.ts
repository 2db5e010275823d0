import { words } from "../messages/words";
import { api } from "../shared/api";
import { asProblem } from "../shared/problem";
import { toast } from "../shared/toast";
import type { ActionName } from "./actions";
import { shortCapOf } from "./chord";
import { type KeyedLabel, KeyMap, type KeySettings, USUAL } from "./key-map";

/** The keys of one person, as they are now; the server keeps them for every machine. */
export class KeyChoice {
  map: KeyMap;

  constructor(
    kept: string | undefined,
    readonly labels: readonly KeyedLabel[],
    private readonly onChange: () => void,
  ) {
    this.map = new KeyMap({ ...USUAL, ...(JSON.parse(kept || "{}") as Partial<KeySettings>) }, labels);
  }

  choose(settings: KeySettings): void {
    this.map = new KeyMap(settings, this.labels);
    this.onChange();
    api.put("/api/account/keys", settings).catch((error: unknown) => {
      toast("warning", words.keys.holdHereOnly(asProblem(error).detail));
    });
  }

  /** Prints the keys on the caps that the page has for them. */
  print(): void {
    for (const cap of document.querySelectorAll<HTMLElement>("kbd[data-cap]")) {
      const chord = this.map.ofAction.get(cap.dataset["cap"] as ActionName)?.[0];
      cap.hidden = chord === undefined;
      cap.textContent = chord === undefined ? "" : shortCapOf(chord);
    }
  }
}
