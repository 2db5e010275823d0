import { words } from "../messages/words";
import { api } from "../shared/api";
import { asProblem } from "../shared/problem";
import { randomKey } from "../shared/random-key";
import { toast } from "../shared/toast";

/** Gives many images one label in one call, all or none, and takes all of it back. */
export async function relabel(project: number, images: readonly number[], label: string, changed: () => void): Promise<boolean> {
  const items = images.map((image) => ({ image, outcome: "labelled", label, clientKey: randomKey(), shown: "pool" }));
  const path = `/api/projects/${project}/annotations`;
  try {
    const kept = await api.post<{ items: { id: number }[] }>(`${path}/bulk`, { items });
    const annotations = kept.items.map(({ id }) => id);
    toast("undo", words.pool.labelledAs(images.length, label), {
      name: words.desk.undo,
      act: () => void takeBack(`${path}/bulk-withdrawal`, annotations, changed),
    });
    return true;
  } catch (error) {
    toast("warning", words.pool.noneLabelled(asProblem(error).detail));
    return false;
  }
}

async function takeBack(path: string, annotations: readonly number[], changed: () => void): Promise<void> {
  try {
    await api.post(path, { annotations });
    toast("undo", words.pool.tookBack(annotations.length));
    changed();
  } catch (error) {
    toast("warning", words.pool.nothingTakenBack(asProblem(error).detail));
  }
}
