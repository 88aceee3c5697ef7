/** A pattern of the option `hosts`. */
export type HostPattern = (url: URL) => boolean;
/**
 * Parses a pattern: a host name (`api.openai.com`), all names below one (`*.example.com`) or every host (`*`), each with an
 * optional port (`localhost:11434`, `localhost:*`). Without a port, every port matches.
 *
 * @returns undefined if no URL could match the text
 */
export declare function parseHostPattern(text: string): HostPattern | undefined;
