/** The language in which the server wrote the page; what the page writes itself follows. */
export const isChinese = document.documentElement.lang.startsWith("zh");

/** For numbers and dates; days and months stand as in Britain. */
export const locale = isChinese ? "zh-CN" : "en-GB";
