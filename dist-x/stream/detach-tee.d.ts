/**
 * Changes a stream's `tee` so that its branches can be cancelled independently.
 *
 * MSW 2 clones each mocked response and never reads the clone, so `cancel()` of the other branch stays pending forever. An SDK
 * that cancels an error body before it retries then hangs. MSW 3 fixed this; there, this function has no effect.
 *
 * @see https://github.com/mswjs/interceptors/pull/833
 */
export declare function detachTee(stream: ReadableStream<Uint8Array>): ReadableStream<Uint8Array>;
