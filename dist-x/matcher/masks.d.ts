/**
 * Texts that often change on every run. A later pattern gets what the earlier ones have left, so the specific ones come first.
 * Each is delimited, so that it masks a whole text and no part of a longer one.
 */
declare const patterns: {
    readonly uuid: RegExp;
    readonly ulid: RegExp;
    readonly 'iso-date': RegExp;
    readonly date: RegExp;
    readonly time: RegExp;
    readonly 'unix-time': RegExp;
    readonly 'temp-path': RegExp;
    readonly 'local-port': RegExp;
    readonly hex: RegExp;
    readonly 'random-id': RegExp;
};
/**
 * A text that changes on every run:
 *
 * - `uuid`, `ulid`
 * - `iso-date`: `2026-11-24`, with or without a time
 * - `date`: `Tue, 24 Nov 2026 08:02:57 GMT`, `November 24, 2026`, `11/24/2026`
 * - `time`: `08:02:57`, `8:02 AM`
 * - `unix-time`: seconds to nanoseconds since 1970, also as a JSON number
 * - `temp-path`: a file in the temporary folder
 * - `local-port`: the port after `localhost:`
 * - `hex`: at least 12 hexadecimal digits
 * - `random-id`: 10 to 64 letters, digits, `_` and `-`, among them a digit, a capital and a small letter
 */
export type MaskName = keyof typeof patterns;
/** The names of masks, specific ones first. */
export declare const maskNames: MaskName[];
/** Tells whether a value is one that the option `mask` can contain. */
export declare function isMask(value: unknown): value is MaskName | RegExp;
/**
 * Creates a function that replaces every text that a mask matches by the name of the mask.
 *
 * @param masks names, and regular expressions of any realm
 */
export declare function toTextMask(masks: readonly (MaskName | RegExp)[]): (text: string) => string;
export {};
