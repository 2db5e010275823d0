import { words } from "../messages/words";
import { api } from "../shared/api";
import { text } from "../shared/dom";
import { asProblem } from "../shared/problem";

const FORM = ".viewer-gold";

/** Lets a lead say that an image is gold, and what its right label is. The choice is kept as it is made. */
export async function showGold(image: number): Promise<void> {
  const form = document.querySelector<HTMLFormElement>(FORM);
  const choice = form?.querySelector<HTMLSelectElement>("select");
  if (form === null || !choice) return;
  const path = `/api/images/${image}/gold`;
  const say = (said: string): void => text("[data-fill=gold]", said, form);
  form.hidden = true;
  form.dataset["image"] = String(image);
  say("");
  choice.onchange = () => {
    const label = choice.value;
    void (label === "" ? api.delete(path) : api.put(path, { label })).then(
      () => say(label === "" ? words.pool.notGold : words.pool.gold),
      (error: unknown) => say(asProblem(error).detail),
    );
  };
  try {
    const { label } = await api.get<{ label: string | null }>(path);
    if (form.dataset["image"] !== String(image)) return;
    choice.value = label ?? "";
    form.hidden = false;
  } catch {
    // Without it the image can be looked at all the same.
  }
}
