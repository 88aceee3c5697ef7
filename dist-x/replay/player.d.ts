import type { Interaction } from '../cassette.ts';
/**
 * How to answer a request whose recordings were all played. `'none'`: with a mismatch; `'last'`: with the last one again;
 * `'all'`: with all of them again, from the first.
 */
export type Repeat = 'none' | 'last' | 'all';
/** An interaction that a request has claimed. */
export interface Claim {
    readonly interaction: Interaction;
    /** Returns it as if it had never been requested, because its client left before the response began. */
    release(): void;
}
/**
 * Tracks which interactions were played. The interactions of one key form a queue in file order. Keys are independent and
 * computed lazily.
 *
 * Everything here is synchronous, so concurrent requests never get the same interaction.
 */
export declare class Player {
    #private;
    /**
     * @param interactions in file order
     * @param keyOf returns the key of an interaction; an interaction without a key is never played
     * @param repeat see `Repeat`
     * @param isRepeatable tells which interactions a client can request again at any time
     */
    constructor(interactions: readonly Interaction[], keyOf: (interaction: Interaction) => string | undefined, repeat: Repeat, isRepeatable?: (interaction: Interaction) => boolean);
    /**
     * Claims the first unclaimed interaction of the file if it is the requested one. No interaction with its key can come before
     * it, so no key is needed: tests mostly send requests in recorded order.
     *
     * @param isRequested tells, without keys, whether an interaction certainly is the requested one
     */
    claimFirst(isRequested: (interaction: Interaction) => boolean): Claim | undefined;
    /** Claims the next unplayed interaction of a key. */
    claimNext(key: string): Claim | undefined;
    /** Claims an interaction of a key again, if `repeat` or a client's retries allow it. */
    claimRepeat(key: string): Claim | undefined;
    /** The number of interactions that have the same key as an interaction, itself included; 0 if it has no key. */
    countEqual(index: number): number;
    /** How often each interaction was played, in file order. */
    get plays(): readonly number[];
    /** The interactions played so far, in file order. */
    get played(): Interaction[];
    /** The interactions not played yet, in file order. */
    get unplayed(): Interaction[];
    /** Resets playback. Claims made before this can no longer be released. */
    rewind(): void;
}
