/**
 * Shows two different values, each cut to about 100 characters around their first difference.
 *
 * @param recorded a JSON value, undefined for absent
 * @param received the same
 */
export declare function excerptOf(recorded: unknown, received: unknown): [recorded: string, received: string];
/** Shortens a URL or a path to 200 characters, so that it fits into a line of text. */
export declare function shorten(text: string): string;
