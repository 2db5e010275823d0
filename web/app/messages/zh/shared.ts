import { count } from "../../shared/format";
import type { Words } from "../en";

export const shared: Words["shared"] = {
  copied: "已复制",
  cannotCopy: "浏览器不允许本页复制。请选中文字后手动复制。",
  tryAgain: "重试",
  copyDetails: "复制详情",
  noNetwork: "没有网络",
  noAnswer: "服务器没有响应。请检查网络，然后重试。",
  signedOut: "已退出登录",
  sessionEnded: "会话已结束，请重新登录。",
  serverAnswered: (status) => `服务器返回 ${status}`,
  tellAdministrator: "请重试；如果再次发生，请告诉管理员。",
  pageFailed: "页面出错",
  passwordsDiffer: "两次输入的密码不同，请输入相同的密码。",
  doubts: {
    model: {
      name: "模型疑虑",
      high: "模型之间意见不一：标注会有帮助。",
      low: "各个模型意见一致。",
    },
    data: {
      name: "数据疑虑",
      high: "没有模型有把握：第二位判读者或更好的图像可能有帮助。",
      low: "图像足够清楚。",
    },
  },
  threshold: (value) => `阈值 ${value}`,
  round: (number) => `第 ${number} 轮`,
  roundIsRunning: (number) => `第 ${number} 轮正在进行`,
  roundSteps: {
    snapshot: "标签快照",
    learning: "学习",
    evaluation: "在对照图像上评估",
    scoring: "为图像池打分",
    publication: "发布模型与新队列",
  },
  pixels: (width, height) => `${count(width)} × ${count(height)} 像素`,
};
