import type { Picture } from "../charts/chart-card";
import { band, dots, frame, line, note, ruler, tip, xAxis, yAxis, type Point, type Span } from "../charts/parts";
import { range } from "../home/curve";
import { words } from "../messages/words";
import { count, percent } from "../shared/format";
import type { Answering, Quality } from "./quality-data";

const SAYS = words.quality.answering;
/** Of fewer an interval is as wide as the chart. */
const FEWEST = 10;
const WRONG = 0.01;

/** How often the model errs when it answers only the images that it is surest of. */
export function answering({ answering: steps }: Quality): Picture {
  const shown = steps.filter(({ answered }) => answered >= Math.min(FEWEST, steps.at(-1)?.answered ?? 1));
  const all = shown.at(-1) as Answering;
  const mark = [...shown].reverse().find(({ risk }) => risk.value <= WRONG);
  return {
    say: [
      SAYS.says,
      mark === undefined ? SAYS.none : SAYS.upTo(percent(mark.coverage, 0), percent(mark.risk.value), range(mark.risk)),
    ].join(" "),
    title: SAYS.title(percent(all.risk.value), mark === undefined ? null : percent(mark.coverage, 0)),
    height: () => 232,
    option: (look) => {
      const highest = Math.max(...shown.map(({ risk }) => 100 * risk.high));
      const interval = highest > 50 ? 20 : highest > 20 ? 10 : 5;
      const max = Math.min(100, interval * Math.ceil(highest / interval));
      const align = mark !== undefined && mark.coverage < 0.4 ? "left" : "right";
      return {
        ...frame(look, { left: 42, top: 18 }),
        xAxis: xAxis(look, { min: 0, max: 100, interval: 25, name: SAYS.x }),
        yAxis: yAxis(look, { min: 0, max, interval, label: (value) => (value === max ? `${value} %` : String(value)) }),
        tooltip: tip(look, ({ dataIndex, seriesName }) => {
          const step = seriesName === "steps" ? shown[dataIndex] : undefined;
          return step === undefined ? null : [SAYS.answers(percent(step.coverage, 0)), SAYS.wrongIn(percent(step.risk.value), range(step.risk)), SAYS.sureFrom(percent(step.least, 0))];
        }),
        series: [
          band(shown.map((step): Span => [100 * step.coverage, 100 * step.risk.low, 100 * step.risk.high]), look.ink12),
          line(look, shown.map((step): Point => [100 * step.coverage, 100 * step.risk.value])),
          {
            ...dots(look, shown.map((step): Point => [100 * step.coverage, 100 * step.risk.value]), { size: 9 }),
            name: "steps",
            itemStyle: { color: "transparent", borderColor: "transparent" },
            emphasis: { itemStyle: { color: look.ink, borderColor: look.surface, borderWidth: 1.5 } },
          },
          ...(mark === undefined
            ? []
            : [
                ruler(look, [100 * mark.coverage, 0], [100 * mark.coverage, max], { style: "dotted" }),
                { ...dots(look, [[100 * mark.coverage, 100 * mark.risk.value]], { size: 9 }), silent: true },
                note(look, [100 * mark.coverage, max], [SAYS.answers(percent(mark.coverage, 0)), SAYS.wrong(percent(mark.risk.value))], { align, dx: align === "left" ? 8 : -8, dy: 10 }),
              ]),
        ],
      };
    },
    table: {
      head: [SAYS.coverage, SAYS.images, SAYS.least, SAYS.wrongHead, words.home.curve.interval],
      rows: shown.map((step) => [percent(step.coverage, 0), count(step.answered), percent(step.least), percent(step.risk.value), range(step.risk)]),
    },
  };
}
