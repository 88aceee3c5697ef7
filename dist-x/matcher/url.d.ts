import type { Matcher } from './matcher.ts';
/** Compares the URL: default ports, the spelling of percent-encoding, the order of the query and the fragment are irrelevant. */
export declare const matchUrl: Matcher;
