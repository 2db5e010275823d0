import { en } from "./en";
import { isChinese } from "./language";
import { zh } from "./zh";

/** All that the pages say by themselves, in the reader's language. */
export const words = isChinese ? zh : en;
