type Child = Node | string | null | undefined | false;
type Attributes = Record<string, string | number | boolean | null | undefined | ((event: Event) => void)>;

/** One element: `el("p", { class: "t2" }, "text")`. A function is a listener; null and false leave an attribute out. */
export function el<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  attributes: Attributes = {},
  ...children: Child[]
): HTMLElementTagNameMap[K] {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === "function") element.addEventListener(name, value);
    else if (value !== null && value !== undefined && value !== false) {
      element.setAttribute(name, value === true ? "" : String(value));
    }
  }
  element.append(...children.filter((child): child is Node | string => Boolean(child)));
  return element;
}

const SVG = "http://www.w3.org/2000/svg";

function svg(tag: string, attributes: Record<string, string | number> = {}, ...children: (Node | string)[]): SVGElement {
  const element = document.createElementNS(SVG, tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, String(value));
  element.append(...children);
  return element;
}

/** Of all icons, with their version. */
const ICONS = document.querySelector<HTMLMetaElement>('meta[name="icons"]')?.content ?? "";

export function icon(name: string, kind = ""): SVGElement {
  return svg(
    "svg",
    { class: `ic ${kind}`.trim(), "aria-hidden": "true" },
    svg("use", { href: `${ICONS}#${name}` }),
  );
}

/** The element that the page's template promises; its absence is a defect of the page, not of the visitor. */
export function need<T extends Element = HTMLElement>(selector: string, root: ParentNode = document): T {
  const element = root.querySelector<T>(selector);
  if (element === null) throw new Error(`This page has no ${selector}`);
  return element;
}

/** Writes a text wherever it is asked for, and leaves alone what says it already. */
export function text(selector: string, value: string, root: ParentNode = document): void {
  for (const element of root.querySelectorAll(selector)) {
    if (element.textContent !== value) element.textContent = value;
  }
}

/** A width, as a share from 0 to 1, that the style sheet reads as --share. */
export function setShare(element: Element | null, share: number): void {
  const percent = Math.max(0, Math.min(1, Number.isFinite(share) ? share : 0)) * 100;
  (element as HTMLElement | null)?.style.setProperty("--share", `${percent.toFixed(2)}%`);
}

/** A part of a split bar; one of nothing is not there, or its gap would show. */
export function setPart(element: HTMLElement, share: number): void {
  element.hidden = share <= 0;
  setShare(element, share);
}
