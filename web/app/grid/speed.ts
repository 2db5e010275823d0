import { words } from "../messages/words";
import { api } from "../shared/api";
import { tenths } from "../shared/format";

const LOOKED_THROUGH = 300;
/** Fewer answers than these say nothing of anybody's pace. */
const ENOUGH = 9;

interface Timed {
  milliseconds?: number;
  shown: string;
}

/** How long an image takes this person, alone and in a grid. */
export class Speed {
  private readonly alone: number[] = [];
  private readonly grid: number[] = [];

  constructor(
    private readonly project: number,
    private readonly onChange: () => void,
  ) {}

  async recall(): Promise<void> {
    try {
      const { items } = await api.get<{ items: Timed[] }>(`/api/projects/${this.project}/annotations?limit=${LOOKED_THROUGH}`);
      for (const { milliseconds, shown } of items) {
        if (milliseconds !== undefined) (shown === "grid" ? this.grid : this.alone).push(milliseconds);
      }
      this.onChange();
    } catch {
      // The sheets of this sitting will tell.
    }
  }

  took(milliseconds: number, images: number): void {
    this.grid.push(...Array.from({ length: images }, () => milliseconds / images));
  }

  /** Milliseconds an image, or undefined while nobody knows. */
  get inGrid(): number | undefined {
    return median(this.grid);
  }

  get sentence(): string {
    const grid = this.inGrid;
    const alone = median(this.alone);
    if (grid === undefined || alone === undefined || grid >= alone) return "";
    return words.grid.fast(tenths(grid / 1000), tenths(alone / 1000));
  }
}

function median(times: readonly number[]): number | undefined {
  if (times.length < ENOUGH) return undefined;
  return [...times].sort((a, b) => a - b)[Math.floor(times.length / 2)];
}
