import type { Matcher } from './matcher.ts';
/** Compares the method. */
export declare const matchMethod: Matcher;
