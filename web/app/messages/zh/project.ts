import type { Words } from "../en";

export const project: Words["project"] = {
  fileIsMade: "正在生成文件…",
  fileWaits: "文件在等待工作进程…",
  fileIsAt: (stage) => `正在生成文件：${stage}…`,
  fileCancelled: "文件未生成：任务已取消。",
  remove: (label) => `移除 ${label}`,
  isThereAlready: (label) => `已经有“${label}”了。每个标签只出现一次。`,
  nameNeeded: "请给项目起个名称，同事们靠它找到项目。",
  twoLabels: "至少两个标签：总要有可区分的东西。",
};
