/**
 * Reads a duration as Go's `time.ParseDuration` does: `816.057254ms`, `1m2.3s`, `0s`, `-1.5h`.
 *
 * @returns milliseconds; undefined if the text is not a duration or exceeds Go's 292 years
 */
export declare function parseGoDuration(text: string): number | undefined;
/**
 * Writes a duration as Go does: `816.057254ms`, `1.5s`, `1m2.3s`, `0s`.
 *
 * @param milliseconds not negative
 */
export declare function writeGoDuration(milliseconds: number): string;
