import { count } from "../../shared/format";
import type { Words } from "../en";

export const decide: Words["decide"] = {
  left: (n) => `${count(n)} 张图像待裁定`,
  nothing: "没有需要裁定的图像",
  readersDiffer: (n) => `${n} 位判读者意见不一`,
  reader: (number) => `判读者 ${number}`,
  decided: (label, left) => `已裁定：${label ?? "无法判断"}。还有 ${count(left)} 张图像待裁定。`,
  takenBack: "已撤回。",
  flagged: "有问题",
  cannotTell: "无法判断",
  made: (n) => `已作 ${count(n)} 个裁定，下一轮会从中学习。`,
  noneDisagree: "判读者没有分歧。",
  toLabels: "前往标签",
};
