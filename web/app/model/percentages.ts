import type { Picture } from "../charts/chart-card";
import { dots, frame, ruler, tip, whiskers, xAxis, yAxis, type Point, type Span } from "../charts/parts";
import { range } from "../home/curve";
import { words } from "../messages/words";
import { count, percent } from "../shared/format";
import type { Bin, Quality } from "./quality-data";

const SAYS = words.quality.percentages;

/** Whether "80 % sure" is right 8 times in 10. */
export function percentages({ reliability, averageGap, gapKnownFrom, images }: Quality): Picture {
  const gap = averageGap === null ? SAYS.gapUnknown(gapKnownFrom) : SAYS.gap((100 * averageGap).toFixed(1));
  const surest = reliability.at(-1) as Bin;
  return {
    say: `${SAYS.says} ${gap}`,
    title: SAYS.title(images, percent(surest.confidence, 0), percent(surest.share.value, 0)),
    height: () => 232,
    option: (look) => ({
      ...frame(look, { left: 42, top: 18 }),
      xAxis: xAxis(look, { min: 0, max: 100, interval: 25, name: SAYS.x }),
      yAxis: yAxis(look, { min: 0, max: 100, interval: 25, label: (value) => (value === 100 ? percent(1, 0) : String(value)) }),
      tooltip: tip(look, ({ dataIndex, seriesName }) => {
        const bin = seriesName === "bins" ? reliability[dataIndex] : undefined;
        return bin === undefined ? null : [SAYS.sure(percent(bin.confidence, 0)), SAYS.right(percent(bin.share.value, 0), range(bin.share)), words.home.curve.of(bin.right, bin.images)];
      }),
      series: [
        ruler(look, [0, 0], [100, 100]),
        whiskers(look, reliability.map((bin): Span => [100 * bin.confidence, 100 * bin.share.low, 100 * bin.share.high])),
        { ...dots(look, reliability.map((bin): Point => [100 * bin.confidence, 100 * bin.share.value])), name: "bins", symbolSize: (_: unknown, { dataIndex }: { dataIndex: number }) => size(reliability[dataIndex] as Bin, images) },
      ],
    }),
    table: {
      head: [SAYS.between, SAYS.images, SAYS.meanSure, SAYS.rightHead, words.home.curve.interval],
      rows: reliability.map((bin) => [`${percent(bin.low, 0)} – ${percent(bin.high, 0)}`, count(bin.images), percent(bin.confidence), percent(bin.share.value), range(bin.share)]),
    },
  };
}

/** The area tells the number. */
function size(bin: Bin, images: number): number {
  return 6 + 10 * Math.sqrt(bin.images / images);
}
