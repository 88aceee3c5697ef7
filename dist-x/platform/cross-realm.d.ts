/** Detects an error from any realm. */
export declare function isError(value: unknown): value is Error;
/** Detects a regular expression from any realm. */
export declare function isRegExp(value: unknown): value is RegExp;
/** Detects a date from any realm. */
export declare function isDate(value: unknown): value is Date;
