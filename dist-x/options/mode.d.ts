import { type Check } from './checks.ts';
/**
 * The mode of a session, one of go-vcr's five: `replay` is its ModeReplayOnly, `once` ModeRecordOnce, `new-episodes`
 * ModeReplayWithNewEpisodes, `record` ModeRecordOnly, `passthrough` ModePassthrough.
 */
export type Mode = 'replay' | 'once' | 'new-episodes' | 'record' | 'passthrough';
/** How a request is handled. */
type Decision = 'replay' | 'record' | 'passthrough' | 'mismatch';
/** Whether the session found its cassette when it was opened. */
export type Presence = 'found' | 'missing';
/** The decision table that the documentation shows. */
export declare const modes: {
    readonly replay: {
        readonly absent: 'refuse';
        readonly matched: 'replay';
        readonly unmatched: 'mismatch';
    };
    readonly once: {
        readonly absent: 'record';
        readonly matched: 'replay';
        readonly unmatched: 'mismatch';
    };
    readonly 'new-episodes': {
        readonly absent: 'record';
        readonly matched: 'replay';
        readonly unmatched: 'record';
    };
    readonly record: {
        readonly absent: 'record';
        readonly matched: 'record';
        readonly unmatched: 'record';
    };
    readonly passthrough: {
        readonly absent: 'passthrough';
        readonly matched: 'passthrough';
        readonly unmatched: 'passthrough';
    };
};
/** How a session handles requests: it follows from the mode and the presence of the cassette, and never changes. */
export interface Policy {
    readonly matched: Decision;
    readonly unmatched: Decision;
}
/** Looks up the policy of a session. A missing cassette has no interaction that could match. */
export declare function toPolicy(mode: Mode, presence: Presence): Policy;
/** Tells whether a session may record. */
export declare function mayRecord({ matched, unmatched }: Policy): boolean;
/** Checks the option `mode`. */
export declare const checkMode: Check;
/**
 * Chooses the mode: the option, else the environment variable `MSW_CASSETTE_MODE`, else `replay` if `CI` is set, else `once`.
 * CI therefore never records unless it is explicitly told to. Without environment variables nothing tells whether this is CI,
 * so the mode is `replay` there.
 *
 * @param option the option `mode`
 * @throws CassetteOptionError if the variable is not the name of a mode
 */
export declare function resolveMode(option: Mode | undefined): Mode;
/**
 * The way to set a mode, for messages: the environment variable, or the option if there are no variables.
 *
 * @param mode the mode to set
 */
export declare function modeSetting(mode: Mode): string;
export {};
