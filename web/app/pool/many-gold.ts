import { words } from "../messages/words";
import { api } from "../shared/api";
import { asProblem } from "../shared/problem";
import { toast } from "../shared/toast";

interface Mark {
  image: number;
  label: string | null;
}

interface Marked {
  image: number;
  before: string | null;
  answer: number | null;
}

/** Marks many images as gold in one call, all or none, and puts all of it back as it was. */
export async function markGold(project: number, items: readonly Mark[], changed: () => void): Promise<boolean> {
  const path = `/api/projects/${project}`;
  try {
    const marked = await api.put<{ items: Marked[] }>(`${path}/gold`, { items });
    toast("undo", words.pool.markedGold(items.length), { name: words.desk.undo, act: () => void takeBack(path, marked.items, changed) });
    return true;
  } catch (error) {
    toast("warning", words.pool.noneMarked(asProblem(error).detail));
    return false;
  }
}

/** Those that had no label got it as the lead's answer, which goes, too. */
async function takeBack(path: string, marked: readonly Marked[], changed: () => void): Promise<void> {
  try {
    await api.put(`${path}/gold`, { items: marked.map(({ image, before }) => ({ image, label: before })) });
    const annotations = marked.flatMap(({ answer }) => (answer === null ? [] : [answer]));
    if (annotations.length > 0) await api.post(`${path}/annotations/bulk-withdrawal`, { annotations });
    toast("undo", words.pool.goldAsBefore(marked.length));
    changed();
  } catch (error) {
    toast("warning", words.pool.nothingTakenBack(asProblem(error).detail));
  }
}
