import { setShare } from "./dom";
import { dayAndTime } from "./format";

/** Moments come in UTC and are shown in the time of the reader. */
export function applyTimes(root: ParentNode = document): void {
  for (const element of root.querySelectorAll<HTMLTimeElement>("time[data-time]")) {
    const at = element.dataset["time"] ?? "";
    element.dateTime = at;
    element.textContent = dayAndTime(at);
  }
}

/** Widths that the server knows come as data attributes, because the security policy forbids inline styles. */
export function applyShares(root: ParentNode = document): void {
  for (const element of root.querySelectorAll<HTMLElement>("[data-share]")) {
    setShare(element, Number(element.dataset["share"]));
  }
  for (const element of root.querySelectorAll<HTMLElement>("[data-interval]")) {
    const [low, value, high] = (element.dataset["interval"] ?? "").split(" ").map(Number);
    const onAxis = (share: number | undefined): string => `${Math.max(0, Math.min(1, share ?? 0)) * 100}%`;
    element.style.setProperty("--low", onAxis(low));
    element.style.setProperty("--value", onAxis(value));
    element.style.setProperty("--high", onAxis(high));
  }
}
