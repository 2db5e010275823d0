import { need } from "../shared/dom";
import type { ActionName } from "../keys/actions";
import type { Desk } from "./desk";
import { toggleWhy } from "./why";

const WHILE_PAUSED = new Set<ActionName>(["pause", "session", "help", "why"]);

/** What each key and each button of the desk does. */
export function asActions(desk: Desk): Record<ActionName, () => void> {
  const actions = allOf(desk);
  for (const name of Object.keys(actions) as ActionName[]) {
    const act = actions[name];
    actions[name] = () => {
      if (!desk.isPaused || WHILE_PAUSED.has(name)) act();
    };
  }
  return actions;
}

function allOf(desk: Desk): Record<ActionName, () => void> {
  const { stage, sitting } = desk;
  return {
    accept: () => desk.accept(),
    submit: () => desk.submit(),
    cannotTell: () => desk.answer("cannot_tell"),
    flag: () => desk.askForNote(),
    skip: () => desk.answer("skipped"),
    takeBack: () => void sitting.takeBack(),
    redo: () => sitting.redo(),
    lookBack: () => sitting.lookBack(),
    lookForward: () => sitting.lookForward(),
    pause: () => desk.pause(),
    session: () => desk.session.open(),
    zoomIn: () => stage.zoom(1),
    zoomOut: () => stage.zoom(-1),
    fit: () => stage.fit(),
    brightness: () => stage.adjust.hold("brightness"),
    contrast: () => stage.adjust.hold("contrast"),
    invert: () => stage.adjust.invert(),
    reset: () => stage.adjust.reset(),
    why: () => toggleWhy(desk.root),
    find: () => need<HTMLInputElement>("#find-label").focus(),
    help: () => need<HTMLDialogElement>("#keys-dialog").showModal(),
  };
}
