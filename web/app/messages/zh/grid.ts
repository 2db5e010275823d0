import { count } from "../../shared/format";
import type { Words } from "../en";

export const grid: Words["grid"] = {
  title: "网格",
  confirm: "确认",
  averages: "这一页的平均值。",
  allBut: (label) => `除了这些，都是 ${label} 吗？`,
  takenFor: (n, model, label) => `模型 ${count(model)} 认为是 ${label} 的 ${count(n)} 张图像`,
  allAre: (label) => `都是 ${label} 吗？`,
  areNot: (n, label) => `${count(n)} 张不是 ${label}`,
  asMarked: (n) => `${count(n)} 张按所标`,
  leaveAll: "全部留到逐张标注",
  store: (marked) => `保存：${marked}`,
  confirmAs: (n, label, marked) => `确认 ${count(n)} 张为 ${label}${marked === "" ? "" : `，${marked}`}`,
  another: "给它另一个标签",
  toDesk: "留到逐张标注",
  justNow: "刚刚给出",
  nameIt: "命名",
  ofSheets: (n) => ` / ${count(n)} 页`,
  left: (time) => `还剩约 ${time}`,
  fast: (grid, alone) => `这类图像确认得快：每张 ${grid}，逐张则要 ${alone}。`,
  cannotTell: "无法判断",
  noLabel: "还没有标签",
  asked: (n, label) => `${count(n)} 张图像：除了哪些，都是 ${label}？`,
  whatIs: (filename) => `${filename} 是什么？`,
  not: (label, name) => `不是 ${label}：${name}`,
  image: (at, said) => `第 ${at} 张：${said}。`,
  marked: (n) => `已标出 ${count(n)} 张。`,
  saved: (n, label, marked) => `已保存 ${count(n)} 张为 ${label}${marked === "" ? "" : `，${marked}`}`,
  tookBack: (n) => `已撤回 ${count(n)} 个回答`,
  asTheyWere: "，标记与之前一样。",
  tile: (at, of, said) => `第 ${at} 张，共 ${of} 张，${said}`,
  why: {
    no_model: {
      title: "还没有模型",
      says: "网格显示模型认为属于同一类的图像。请先逐张标注一些，第一个模型由此学习。",
    },
    unsure: {
      title: "没有足够确定的",
      says: "还有图像在等待，但不能放进网格：模型对它们没有把握，或者需要你不看提示来判断。请逐张标注。",
    },
    done: {
      title: "没有要确认的了",
      says: "队列中的图像都已回答，或正由同事处理。新的一轮可能带来更多。",
    },
  },
  oneByOne: "逐张标注",
};
