/** What the desk does on a key. Single keys rest while a field or a dialog has the focus. */
export interface DeskKeys {
  label: (key: string) => boolean;
  accept: () => void;
  cannotTell: () => void;
  flag: () => void;
  skip: () => void;
  takeBack: () => void;
  lookBack: () => void;
  lookForward: () => void;
  why: () => void;
  pause: () => void;
  find: () => void;
  help: () => void;
  zoom: (direction: 1 | -1) => void;
}

export function listenToKeys(keys: DeskKeys): void {
  document.addEventListener("keydown", (event) => {
    if (event.isComposing || isBusy(event.target)) return;
    const act = actionOf(event, keys);
    if (act !== undefined && act() !== false) event.preventDefault();
  });
}

function isBusy(target: EventTarget | null): boolean {
  if (document.querySelector("dialog[open]") !== null) return true;
  return target instanceof Element && target.closest("input, textarea, select, [contenteditable]") !== null;
}

type Action = () => void | boolean;

function actionOf(event: KeyboardEvent, keys: DeskKeys): Action | undefined {
  const held = event.ctrlKey || event.metaKey;
  if (held) {
    if (event.code === "Space") return keys.skip;
    if (event.key.toLowerCase() === "z" && !event.shiftKey) return keys.takeBack;
    return undefined;
  }
  if (event.altKey || event.repeat) return undefined;
  if (event.code === "Space") return keys.accept;
  const named: Record<string, Action> = {
    ArrowLeft: keys.lookBack,
    ArrowRight: keys.lookForward,
    "+": () => keys.zoom(1),
    "=": () => keys.zoom(1),
    "-": () => keys.zoom(-1),
    "/": keys.find,
    "?": keys.help,
    u: keys.cannotTell,
    f: keys.flag,
    w: keys.why,
    p: keys.pause,
  };
  return named[event.key.length === 1 ? event.key.toLowerCase() : event.key] ?? (() => keys.label(event.key));
}
