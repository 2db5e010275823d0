import { count } from "../../shared/format";
import type { Words } from "../en";

export const review: Words["review"] = {
  titles: { slip: "可能是失误", unclear: "图像不清楚", unknown: "模型还不了解" },
  says: {
    slip: "两种疑虑都低，但该标签不太可能。多半是按错了键。",
    unclear: "数据疑虑高。两位好的判读者也可能不同：请裁定，或暂不处理。",
    unknown: "模型疑虑高。标签很可能是对的：请保留。",
  },
  none: {
    slip: "没有看起来像失误的标签。",
    unclear: "没有因图像不清楚而可疑的标签。",
    unknown: "没有因模型了解太少而可疑的标签。",
  },
  by: (name) => (name === null ? "经裁定" : `${name} 的回答`),
  modelSays: (share) => `${share}，模型认为`,
  keep: "保留",
  keepOf: (label, file) => `${file}：保留 ${label}`,
  correctOf: (label, file) => `${file}：更正为 ${label}`,
  suspects: (n) => count(n),
  checked: (time, judged, labels) =>
    judged === labels ? `已判断 ${count(labels)} 个标签，${time}` : `已判断 ${count(labels)} 个标签中的 ${count(judged)} 个，${time}；少于五个标签的类别不判断`,
  never: "尚未检查。一次检查大约相当于五轮学习的时间，不会更改任何内容。",
  more: (n) => `还有 ${count(n)} 个，处理完这些后显示`,
  kept: (label) => `已保留为 ${label}`,
  corrected: (label) => `已更正为 ${label}`,
  undo: "撤销",
  takenBack: "已撤回",
  running: "正在检查标签",
};
