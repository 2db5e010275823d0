import type { NoPicture, Picture } from "../charts/chart-card";
import { hatch, type Look } from "../charts/look";
import { band, dots, faint, frame, line, note, tip, xAxis, yAxis, type Point, type Span } from "../charts/parts";
import { words } from "../messages/words";
import { api } from "../shared/api";
import { count, doubt } from "../shared/format";

/** What 5, 25, 50, 75 and 95 % of a version's images stay below. */
type Spread = [number, number, number, number, number];

interface Version {
  model: number;
  images: number;
  modelDoubt: Spread;
  dataDoubt: Spread;
}

export async function readDoubtHistory(project: number): Promise<Version[]> {
  return (await api.get<{ versions: Version[] }>(`/api/projects/${project}/maps/doubts/history`)).versions;
}

/** Both doubts over the versions, side by side: the middle half, nine of ten, and the median. */
export function doubtHistory(versions: Version[]): Picture | NoPicture {
  const last = versions.at(-1);
  if (last === undefined) return { empty: words.map.noHistory, next: words.map.noModelNext };
  return {
    say: words.map.historySays(last.images),
    title: words.map.historyTitle(versions.length, doubt(last.modelDoubt[2]), doubt(last.dataDoubt[2])),
    height: () => 230,
    option: (look, width) => option(versions, look, width),
    table: {
      head: [words.map.version, words.map.imagesHead, ...["model", "data"].flatMap((kind) => words.map.quantiles(kind as "model" | "data"))],
      rows: versions.map((v) => [words.map.model(v.model), count(v.images), ...v.modelDoubt.map(doubt), ...v.dataDoubt.map(doubt)]),
    },
  };
}

function option(versions: Version[], look: Look, width: number): Record<string, unknown> {
  const most = Math.max(...versions.flatMap((v) => [v.modelDoubt[4], v.dataDoubt[4]]));
  const top = Math.max(0.1, Math.ceil(most * 10) / 10);
  const first = versions[0]?.model ?? 1;
  const last = versions.at(-1)?.model ?? 1;
  const half = width / 2;
  const base = frame(look);
  const grids = [0, 1].map((k) => ({ left: 40 + k * half, width: half - 60, top: 30, bottom: 36 }));
  const axes = { min: first - 1, max: last + 1, interval: Math.max(1, Math.ceil((last - first) / 8)), label: (value: number) => (value >= first && value <= last ? String(value) : "") };
  const on = (k: number, part: Record<string, unknown>): Record<string, unknown> => ({ ...part, xAxisIndex: k, yAxisIndex: k });
  const spans = (kind: "modelDoubt" | "dataDoubt", low: number, high: number): Span[] => {
    const all = versions.map((v): Span => [v.model, v[kind][low] ?? 0, v[kind][high] ?? 0]);
    const only = all[0] as Span;
    // One version alone would have no width.
    return all.length > 1 ? all : [[only[0] - 0.3, only[1], only[2]], [only[0] + 0.3, only[1], only[2]]];
  };
  const medians = (kind: "modelDoubt" | "dataDoubt"): Point[] => versions.map((v) => [v.model, v[kind][2]]);
  const lines = (k: number, kind: "modelDoubt" | "dataDoubt", colour: string): Record<string, unknown>[] => [
    ...(versions.length > 1 ? [on(k, { ...line(look, medians(kind), { colour }), silent: true })] : []),
    on(k, dots(look, medians(kind), { colour, name: kind })),
  ];
  return {
    ...base,
    grid: grids,
    xAxis: [0, 1].map((k) => ({ ...xAxis(look, { ...axes, name: words.map.version }), gridIndex: k })),
    yAxis: [0, 1].map((k) => ({ ...yAxis(look, { min: 0, max: top, interval: top > 0.4 ? 0.2 : 0.1, label: (v) => v.toFixed(1) }), gridIndex: k })),
    tooltip: tip(look, ({ seriesName, dataIndex }) => {
      const version = versions[dataIndex];
      if (version === undefined || (seriesName !== "modelDoubt" && seriesName !== "dataDoubt")) return null;
      return [words.map.model(version.model), ...words.map.spreadOf(version[seriesName].map(doubt))];
    }),
    series: [
      on(0, band(spans("modelDoubt", 0, 4), look.modelSoft, 1)),
      on(0, faint(band(spans("modelDoubt", 1, 3), look.model), 0.3)),
      ...lines(0, "modelDoubt", look.model),
      on(0, note(look, [first - 1, top], [words.map.modelDoubt], { align: "left", dx: 0, dy: -16, colour: look.modelText })),
      on(1, band(spans("dataDoubt", 0, 4), look.dataSoft, 1)),
      on(1, faint(band(spans("dataDoubt", 1, 3), hatch(look.data, look.dataHatch, 1.6, 6)), 0.7)),
      ...lines(1, "dataDoubt", look.data),
      on(1, note(look, [first - 1, top], [words.map.dataDoubt], { align: "left", dx: 0, dy: -16, colour: look.dataText })),
    ],
  };
}
