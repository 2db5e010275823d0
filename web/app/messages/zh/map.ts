import { count } from "../../shared/format";
import type { map as english } from "../en/map";

const two = (value: number): string => value.toFixed(2);

const routes: Record<string, string> = {
  ask: "询问专家",
  second_reader: "第二位判读者",
  better_image: "更好的图像",
  automatic: "有把握",
  none: "已有答案",
};

const states: Record<string, string> = {
  waiting: "尚无答案",
  automatic: "自动标注",
  labelled: "人工标注",
  cannot_tell: "无法判断",
  flagged: "已标记",
  disagreement: "判读者不一致",
};

const images = (n: number): string => `${count(n)} 张图像`;

const sentTo: Record<string, (n: string) => string> = {
  queue: (n) => `${n}已排到队列最前。`,
  second_reader: (n) => `${n}已交给第二位判读者。`,
  better_image: (n) => `${n}已移出队列，等待更好的图像。`,
};

const steps: Record<string, (n: string) => string> = {
  queue: (n) => `${n}排到最前`,
  second_reader: (n) => `${n}交给第二位判读者`,
  better_image: (n) => `${n}需要更好的图像`,
};

const kinds: Record<string, Record<string, string>> = { route: routes, state: states, label: { none: "无标签" } };

export const map: typeof english = {
  modelDoubt: "模型疑虑",
  dataDoubt: "数据疑虑",
  modelAxis: "↑ 模型疑虑：模型之间有分歧",
  dataAxis: "数据疑虑：图像本身不清楚 →",
  images,
  imagesHead: "图像",
  mostly: "大多是",
  choose: "选择",
  routes,
  kinds,
  title: (shown, a) => `${images(shown)}按疑虑排列：向右为数据疑虑 ${two(a.xFrom)} 至 ${two(a.xTo)}，向上为模型疑虑 ${two(a.yFrom)} 至 ${two(a.yTo)}`,
  counts: (shown, all, model) => `${shown === all ? images(all) : `${images(all)}中的 ${count(shown)} 张`}，模型 ${model}`,
  at: (model, data) => `模型疑虑 ${model}，数据疑虑 ${data}`,
  mostlyOf: (name, n) => `${name}：${count(n)}`,
  within: (a) => `模型疑虑 ${two(a.yFrom)} 至 ${two(a.yTo)}，数据疑虑 ${two(a.xFrom)} 至 ${two(a.xTo)}`,
  span: (from, to) => `${from} 至 ${to}`,
  chooseThese: (n) => `选择这 ${images(n)}`,
  looksLike: "最相似的图像",
  labelWhat: (n) => `这 ${images(n)}是什么？`,
  left: "自左起",
  below: "自下起",
  likenessTitle: (shown) => `${images(shown)}，相似的图像彼此靠近`,
  noLayout: "尚未排布",
  noLayoutNext: "下一轮会排布图像：在主页按“立即训练”。",
  strangerThan: (share) => share,
  apart: (distance) => `相距 ${distance}`,
  noModel: "还没有模型",
  noModelNext: "有了第一个模型就会出现此图：当两个类别有了标签，下一轮就会产生模型。",
  nothingChosen: "选择图像",
  choosing: "正在选择…",
  chosen: (n) => `已选 ${images(n)}`,
  shown: (n, of) => `${count(of)} 张中的 ${count(n)} 张，模型疑虑最大的在前`,
  about: (time) => `，约 ${time}`,
  tooMany: (most) => `一次最多 ${images(most)}。请选择较小的区域。`,
  sent: (route, sent, measuring, answered) =>
    [
      sent === 0 ? "没有图像被移动。" : sentTo[route]?.(images(sent)),
      measuring > 0 ? `${count(measuring)} 张用于测量，留在随机决定的位置。` : "",
      answered > 0 ? `${count(answered)} 张已有答案。` : "",
    ]
      .filter(Boolean)
      .join(""),
  nothingSent: (why) => `没有图像被移动。${why}`,
  tookBack: (route, n) => `已撤回：${steps[route]?.(images(n)) ?? ""}`,
  step: (route, n) => steps[route]?.(images(n)) ?? "",
  takeBack: "撤回",
  takeBackThis: (n) => `撤回涉及 ${images(n)}的操作`,
  takenBack: "已撤回",
  undo: "撤销",
  moved: (kind, value) => `${kind === "model" ? "模型" : "数据"}疑虑现在从 ${value} 起算高`,
  version: "模型",
  model: (n) => `模型 ${n}`,
  noHistory: "还没有发布的模型",
  historySays: (n) =>
    `每个已发布模型下整个图像池的疑虑分布，包括已有答案的图像（最新模型下 ${images(n)}）。深色：中间一半；浅色：十分之九；圆点：中位数。更多标签会降低模型疑虑；数据疑虑来自图像本身。`,
  historyTitle: (n, model, data) => `${count(n)} 个已发布模型；最新模型的模型疑虑中位数 ${model}，数据疑虑中位数 ${data}`,
  quantiles: (kind) => [5, 25, 50, 75, 95].map((q) => `${kind === "model" ? "模型" : "数据"} ${q}%`),
  spreadOf: (q) => [`中位数 ${q[2]}`, `一半图像：${q[1]} 至 ${q[3]}`, `十分之九：${q[0]} 至 ${q[4]}`],
};
