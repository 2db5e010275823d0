import { showEmpty } from "../desk/messages";
import { words } from "../messages/words";
import type { ClaimedSheet } from "./sheet";

const SIGNS = { no_model: "clock", unsure: "model", done: "saved" } as const;

/** Why there is no sheet, and where to go from here. */
export function showNoSheet(why: NonNullable<ClaimedSheet["nothing"]>, project: number, again: () => void): void {
  const { title, says } = words.grid.why[why];
  const desk = { name: words.grid.oneByOne, href: `/projects/${project}/label` };
  showEmpty(SIGNS[why], title, says, desk, { name: words.desk.lookAgain, act: again });
}
