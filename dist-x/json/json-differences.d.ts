/** One difference between two JSON values. */
export interface JsonDifference {
    /** A JSON path, such as `$.messages[1].content`. */
    readonly path: string;
    /** The recorded value; undefined if it is absent. */
    readonly recorded: unknown;
    /** The received value; undefined if it is absent. */
    readonly received: unknown;
}
/**
 * Lists the differences between two JSON values, in the order of the recorded one.
 *
 * @param recorded the expected value
 * @param received the actual value
 * @param limit the maximum number of differences, default 100
 */
export declare function jsonDifferences(recorded: unknown, received: unknown, limit?: number): JsonDifference[];
