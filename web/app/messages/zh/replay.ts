import { count } from "../../shared/format";
import type { Words } from "../en";

export const replay: Words["replay"] = {
  none: "还没有回放",
  next: "需要至少两个类别的 40 个标签和 20 张已标注的对照图像，耗时几分钟，其间标注照常进行。",
  say: (target, active, random, labels, control) =>
    `要达到 ${target}，主动顺序需要 ${count(active)} 个标签，随机顺序需要 ${count(random)} 个。可供询问的标签有 ${count(labels)} 个，由 ${count(control)} 张对照图像衡量。`,
  title: (target, saved) => `主动顺序与随机顺序下准确率随标签数的变化。在 ${target} 处主动顺序节省 ${saved}。`,
  saved: "节省的标签",
  costs: "多用的标签",
  savedInterval: (low, high) => `${low} 到 ${high}，五次抽取的 95% 区间`,
  target: "准确率达到",
  needed: (active, random) => `${count(active)}，而非 ${count(random)}`,
  active: "主动顺序",
  random: "随机",
  labels: "标签",
  head: ["标签", "主动顺序", "95% 区间", "随机", "95% 区间"],
  range: (low, high) => `${low} 到 ${high}`,
  accuracy: "对照图像上的准确率",
  started: "回放开始",
  cancel: "取消",
  noDifference: "区间包含 0：在这些标签上没有证明有差异。",
};
