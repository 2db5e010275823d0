import type { Answer } from "../desk/answer";
import { words } from "../messages/words";
import { randomKey } from "../shared/random-key";
import type { QueueItem } from "../shared/types";

/** What the server hands out. */
export interface ClaimedSheet {
  label: string | null;
  model: number | null;
  items: QueueItem[];
  left: number;
  classes: { label: string; images: number }[];
  nothing?: "no_model" | "unsure" | "done";
}

/** Why an image is not what the others are; a skipped one goes to the desk. */
export type Mark = { outcome: "labelled"; label: string } | { outcome: "cannot_tell" } | { outcome: "skipped" };

export function nameOfMark(mark: Mark): string {
  if (mark.outcome === "labelled") return mark.label;
  return mark.outcome === "cannot_tell" ? words.grid.cannotTell : words.grid.noLabel;
}

/** Images that the models take for one class, and which of them are something else. */
export class Sheet {
  readonly marks = new Map<number, Mark>();
  focused = 0;
  private readonly before: Map<number, Mark>[] = [];

  constructor(
    readonly label: string,
    readonly model: number,
    readonly items: readonly QueueItem[],
    readonly left: number,
  ) {}

  get confirmed(): number {
    return this.items.length - this.marks.size;
  }

  /** Marked images whose answer is known. */
  get named(): number {
    return [...this.marks.values()].filter(({ outcome }) => outcome !== "skipped").length;
  }

  toggle(image: number): void {
    this.change((marks) => {
      if (!marks.delete(image)) marks.set(image, { outcome: "skipped" });
    });
  }

  /** Gives an image its own answer; that of the sheet makes it one of the others again. */
  name(image: number, mark: Mark): void {
    this.change((marks) => {
      if (mark.outcome === "labelled" && mark.label === this.label) marks.delete(image);
      else marks.set(image, mark);
    });
  }

  /** What was marked is not, and the other way round. */
  swap(): void {
    this.change((marks) => {
      const unmarked = this.items.filter(({ image }) => !marks.has(image));
      marks.clear();
      for (const { image } of unmarked) marks.set(image, { outcome: "skipped" });
    });
  }

  /** Whether there was a mark to undo. */
  undoMark(): boolean {
    const before = this.before.pop();
    if (before === undefined) return false;
    this.marks.clear();
    for (const [image, mark] of before) this.marks.set(image, mark);
    return true;
  }

  /** Marks of a sheet of another size, for the images that are here, too. */
  takeOver(marks: ReadonlyMap<number, Mark>): void {
    for (const { image } of this.items) {
      const mark = marks.get(image);
      if (mark !== undefined) this.marks.set(image, mark);
    }
  }

  /** One answer for each image, each with a key of its own and its part of the time. */
  answers(milliseconds: number): Answer[] {
    const each = Math.round(milliseconds / this.items.length);
    return this.items.map(({ image }) => ({
      clientKey: randomKey(),
      image,
      ...(this.marks.get(image) ?? { outcome: "labelled" as const, label: this.label }),
      milliseconds: each,
      shown: "grid" as const,
    }));
  }

  private change(act: (marks: Map<number, Mark>) => void): void {
    this.before.push(new Map(this.marks));
    act(this.marks);
  }
}
