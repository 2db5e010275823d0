import { api } from "../shared/api";

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
    const seconds = (time: number): string => `${(time / 1000).toFixed(1)} s`;
    return ` Such images are fast to confirm: ${seconds(grid)} each instead of ${seconds(alone)}.`;
  }
}

function median(times: readonly number[]): number | undefined {
  if (times.length < ENOUGH) return undefined;
  return [...times].sort((a, b) => a - b)[Math.floor(times.length / 2)];
}
