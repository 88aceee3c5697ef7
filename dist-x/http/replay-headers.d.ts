import type { HeaderPair } from '../cassette.ts';
/**
 * Converts recorded headers to those of a replayed response.
 *
 * @param retries `immediate`: clients that retry are told to wait 0 seconds; `recorded`: as long as they were told
 */
export declare function toReplayHeaders(recorded: readonly HeaderPair[], retries?: 'immediate' | 'recorded'): Headers;
