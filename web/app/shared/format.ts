import { isChinese, locale } from "../messages/language";

const counts = new Intl.NumberFormat(locale, { maximumFractionDigits: 0 });
const tenthsOf = new Intl.NumberFormat(locale, { minimumFractionDigits: 1, maximumFractionDigits: 1 });
const PERCENT = isChinese ? "%" : " %";

const UNITS = isChinese
  ? { hours: "小时", minutes: "分钟", seconds: "秒", bytes: "字节", under: "不到 1 分钟" }
  : { hours: "h", minutes: "min", seconds: "s", bytes: "bytes", under: "under 1 min" };

/** 1640 → "1,640" */
export function count(n: number): string {
  return counts.format(n);
}

/** (3, "image") → "3 images" */
export function counted(n: number, one: string, many = `${one}s`): string {
  return `${count(n)} ${n === 1 ? one : many}`;
}

/** 0.915 → "91.5 %", never broken before its sign */
export function percent(share: number, digits = 1): string {
  return `${(share * 100).toFixed(digits)}${PERCENT}`;
}

/** 174 → "2 h 54 min" */
export function minutes(total: number): string {
  const whole = Math.round(total);
  if (whole < 1 && total > 0) return UNITS.under;
  if (whole < 60) return `${whole} ${UNITS.minutes}`;
  return `${Math.floor(whole / 60)} ${UNITS.hours} ${String(whole % 60).padStart(2, "0")} ${UNITS.minutes}`;
}

/** 110 → "1 min 50 s" */
export function seconds(total: number): string {
  const whole = Math.max(0, Math.round(total));
  if (whole < 100) return `${whole} ${UNITS.seconds}`;
  if (whole < 3600) return `${Math.floor(whole / 60)} ${UNITS.minutes} ${whole % 60} ${UNITS.seconds}`;
  return minutes(whole / 60);
}

/** 3.21 → "3.2 s" */
export function tenths(total: number): string {
  return `${tenthsOf.format(total)} ${UNITS.seconds}`;
}

/** 612_000_000 → "612 MB" */
export function bytes(n: number): string {
  const units = [UNITS.bytes, "kB", "MB", "GB", "TB"];
  let value = n;
  let unit = 0;
  while (value >= 1000 && unit < units.length - 1) {
    value /= 1000;
    unit += 1;
  }
  return `${value < 10 && unit > 0 ? value.toFixed(1) : count(value)} ${units[unit]}`;
}

/** A doubt is always said with two decimals. */
export function doubt(value: number): string {
  return value.toFixed(2);
}

const ORDINALS = ["First", "Second", "Third", "Fourth", "Fifth", "Sixth", "Seventh", "Eighth", "Ninth", "Tenth"];

export function ordinal(n: number): string {
  if (isChinese) return `第 ${count(n)} 张`;
  return ORDINALS[n - 1] ?? `Number ${count(n)}`;
}

/** "22 Nov 2025, 14:02" */
export function dayAndTime(iso: string): string {
  return new Date(iso).toLocaleString(locale, { dateStyle: "medium", timeStyle: "short" });
}

export function clockTime(iso: string): string {
  return new Date(iso).toLocaleTimeString(locale);
}
