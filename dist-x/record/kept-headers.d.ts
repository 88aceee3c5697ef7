import type { HeaderPair } from '../cassette.ts';
/**
 * Selects the headers of an exchange to record. All others stay off the disk: they can't leak, and they do not change the
 * file with each recording.
 *
 * @param headers all headers of the message
 * @param side the kind of message
 * @param more the names of further headers to keep
 */
export declare function keepHeaders(headers: readonly HeaderPair[], side: 'request' | 'response', more: readonly string[]): HeaderPair[];
