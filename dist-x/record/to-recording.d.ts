import { type Interaction } from '../cassette.ts';
import { type Hooks } from '../options/hooks.ts';
import type { Redactor } from '../secret/redactor.ts';
import type { Capture } from './capture-exchange.ts';
/** How an exchange becomes a recording. */
interface ToRecordingOptions {
    /** Replaces credentials. */
    readonly redactor: Redactor;
    readonly hooks: Hooks | undefined;
    /** Headers to keep, in addition to the few that always are. */
    readonly recordHeaders: readonly string[];
    /** Request headers that are compared, and have to be kept too. */
    readonly matchedHeaders: readonly string[];
}
/**
 * Converts a captured exchange to the interaction to save: few headers, no credentials, changed by the hooks.
 *
 * @returns the interaction; undefined if a hook dropped it
 * @throws CassetteOptionError, and whatever a hook throws
 */
export declare function toRecording({ interaction, sent, received }: Capture, { redactor, hooks, recordHeaders, matchedHeaders }: ToRecordingOptions): Interaction | undefined;
export {};
