import { count } from "../../shared/format";
import type { Words } from "../en";

export const jobs: Words["jobs"] = {
  states: { waiting: "等待中", running: "运行中", done: "已完成", failed: "失败", cancelled: "已取消" },
  counts: (running, waiting, failed) => `${count(running)} 运行中，${count(waiting)} 等待中，${count(failed)} 失败`,
  cancel: "取消",
  log: "日志",
  byItself: "自动",
  underASecond: "不到 1 秒",
  left: (time) => `，约剩 ${time}`,
  doneOf: (done, total, share) => `${count(done)} / ${count(total)}，${share}`,
  nothingLogged: "还没有日志。",
  stops: "任务会在下一步停止",
  nextTry: (number, of, time) => `${time} 第 ${number} 次尝试，共 ${of} 次`,
  failedBefore: "开始之前失败",
  failedAt: (stage) => `失败于：${stage}`,
  cancelledBefore: "开始之前取消",
  cancelledAt: (stage) => `取消于：${stage}`,
  keptNotPublished: "模型已保留，未发布：它不如使用中的模型",
  taken: (n) => `已将 ${count(n)} 张图像加入图像池`,
  modelPublished: (queue) => `模型已发布，队列中有 ${count(queue)} 张图像`,
  queuePublished: (queue) => `队列已发布：${count(queue)} 张图像`,
  workerDied: (at, why, next) =>
    `工作进程于 ${at} 终止：${why}。${next === null ? "很快" : `${next} `}会启动另一个；在此之前任务等待，标注照常进行。`,
  oneBeforeDied: (why) => `前一个工作进程已终止：${why}。`,
  process: (process, since) => `进程 ${process}，自 ${since} 起`,
  seen: (ago) => `${ago}前有响应`,
  lastSeen: (at) => `最后响应 ${at}`,
  silent: "没有响应。它的任务由其他进程接管。",
  waits: "等待任务",
  memory: "内存",
  memoryOf: (held, machine) => `${held} / ${machine}`,
};
