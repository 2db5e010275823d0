/** The design's colours as the theme of this moment has them; a canvas cannot read them from the style sheet. */
export interface Look {
  text: string;
  text2: string;
  text3: string;
  surface: string;
  raised: string;
  sunken: string;
  line: string;
  line2: string;
  edge: string;
  ink: string;
  ink12: string;
  ink25: string;
  model: string;
  modelText: string;
  modelSoft: string;
  data: string;
  dataText: string;
  dataSoft: string;
  dataHatch: string;
  ok: string;
  bad: string;
  sans: string;
  /** Of classes 1 to 10. */
  classes: string[];
}

export interface ClassMark {
  colour: string;
  /** Classes 11 to 20 have the colours of 1 to 10 again, as a ring or a dashed line. */
  second: boolean;
  symbol: "circle" | "rect" | "triangle" | "diamond" | "roundRect";
}

/** What a canvas repeats. */
export interface Pattern {
  image: HTMLCanvasElement;
  repeat: "repeat";
  scaleX: number;
  scaleY: number;
}

const SYMBOLS: ClassMark["symbol"][] = ["circle", "rect", "triangle", "diamond", "roundRect"];

export function look(): Look {
  const style = getComputedStyle(document.documentElement);
  const token = (name: string): string => style.getPropertyValue(`--${name}`).trim();
  return {
    text: token("text"),
    text2: token("text-2"),
    text3: token("text-3"),
    surface: token("surface"),
    raised: token("raised"),
    sunken: token("sunken"),
    line: token("line"),
    line2: token("line-2"),
    edge: token("edge"),
    ink: token("ink"),
    ink12: token("ink-12"),
    ink25: token("ink-25"),
    model: token("model"),
    modelText: token("model-text"),
    modelSoft: token("model-soft"),
    data: token("data"),
    dataText: token("data-text"),
    dataSoft: token("data-soft"),
    dataHatch: token("data-hatch"),
    ok: token("ok"),
    bad: token("bad"),
    sans: token("sans"),
    classes: Array.from({ length: 10 }, (_, k) => token(`c${k + 1}`)),
  };
}

/** How the class at this place is drawn; past the twentieth it is grey, until somebody chooses it. */
export function classMark(position: number, { classes, text3 }: Look): ClassMark {
  const symbol = SYMBOLS[position % SYMBOLS.length] as ClassMark["symbol"];
  if (position >= 2 * classes.length) return { colour: text3, second: false, symbol };
  return { colour: classes[position % classes.length] as string, second: position >= classes.length, symbol };
}

/** Lines at 45° on a ground: data doubt is told from model doubt without its colour. */
export function hatch(line: string, ground: string, width = 1.6, every = 7): Pattern {
  const scale = Math.max(1, Math.ceil(window.devicePixelRatio));
  // The diagonal of a square repeats without a seam.
  const side = Math.round(every * Math.SQRT2 * scale);
  const image = document.createElement("canvas");
  image.width = side;
  image.height = side;
  const pen = image.getContext("2d");
  if (pen !== null) {
    pen.fillStyle = ground;
    pen.fillRect(0, 0, side, side);
    pen.strokeStyle = line;
    pen.lineWidth = width * scale;
    for (const shift of [-side, 0, side]) {
      pen.beginPath();
      pen.moveTo(shift - side, side * 2);
      pen.lineTo(shift + side * 2, -side);
      pen.stroke();
    }
  }
  return { image, repeat: "repeat", scaleX: 1 / scale, scaleY: 1 / scale };
}

/** Calls whenever the colours change: by the menu, or because the system has gone dark. */
export function onLookChange(changed: () => void): void {
  new MutationObserver(changed).observe(document.documentElement, { attributeFilter: ["data-theme"] });
  window.matchMedia("(prefers-color-scheme: dark)").addEventListener("change", changed);
}
