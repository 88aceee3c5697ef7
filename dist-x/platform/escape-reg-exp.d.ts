/** Escapes a text so that a regular expression matches it literally. `RegExp.escape` needs Node 24. */
export declare function escapeRegExp(text: string): string;
