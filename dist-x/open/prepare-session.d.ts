import type { Saving } from '../record/recording-log.ts';
import type { CassetteOptions } from '../session/cassette-options.ts';
import type { CassetteSource, IfMissing } from '../session/cassette-source.ts';
import type { SessionInit } from '../session/session.ts';
import type { SessionModules } from '../session/session-modules.ts';
/** How a cassette is opened. */
export interface Opening {
    readonly source: CassetteSource;
    /** Merged with those of `cassetteDefaults`. */
    readonly options: CassetteOptions;
    /** The defaults of the entry point, which `cassetteDefaults` overrides. */
    readonly builtInDefaults?: CassetteOptions;
    readonly saving: Saving;
    /** Default `'throw'`. */
    readonly ifMissing?: IfMissing;
}
/**
 * Checks and merges the options, and loads the cassette.
 *
 * @throws CassetteError
 */
export declare function prepareSession({ source, options: own, builtInDefaults, saving, ifMissing }: Opening, modules: SessionModules): SessionInit;
