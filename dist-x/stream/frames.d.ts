/** How a body is split for replay: into server-sent events, lines, AWS event stream messages, or not at all. */
export type Framing = 'events' | 'lines' | 'messages' | 'whole';
/**
 * Detects the framing of a response body, so that a client that reads it as a stream gets one chunk per frame.
 *
 * @param contentType the response's content type
 * @param body the complete body
 */
export declare function framingOf(contentType: string, body: Uint8Array): Framing;
/**
 * Splits a body into frames. The frames cover all of its bytes without gaps.
 *
 * @param body the complete body
 * @returns the end offset of each frame, in ascending order
 */
export declare function findFrameEnds(body: Uint8Array, framing: Framing): number[];
