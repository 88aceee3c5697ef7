import type { Cassette } from '../cassette.ts';
import { type Check } from '../options/checks.ts';
import { type Mode } from '../options/mode.ts';
/** How old interactions can become: a number of days, hours or minutes, or the earliest date that is accepted. */
export type Expires = `${number}${'d' | 'h' | 'm'}` | Date;
/** How to treat a cassette with older ones. `'record'` records it again, and is `'error'` in CI and in mode `replay`. */
export type OnExpired = 'warn' | 'error' | 'record';
/** Checks the option `expires`. */
export declare const checkExpires: Check;
/**
 * Applies the options `expires` and `onExpired` to a loaded cassette. Interactions without a date never expire.
 *
 * @param cassette the loaded cassette
 * @param mode the session's mode
 * @param options the session's options
 * @returns the mode to continue with
 * @throws CassetteExpiredError
 */
export declare function applyExpiry(cassette: Cassette, mode: Mode, { expires, onExpired }: {
    expires?: Expires;
    onExpired?: OnExpired;
}): Mode;
