import { OnDemand } from '../platform/on-demand.ts';
import { RecordingLog, type Saving } from '../record/recording-log.ts';
import type { Redactor } from '../secret/redactor.ts';
import type { CassetteOptions } from './cassette-options.ts';
import type { LoadedCassette } from './cassette-source.ts';
import type { SessionModules } from './session-modules.ts';
/** The dependencies of a session's recordings. */
interface RecordingInit {
    readonly loaded: LoadedCassette;
    readonly options: CassetteOptions;
    readonly saving: Saving;
    readonly redactor: OnDemand<Redactor>;
    readonly modules: SessionModules;
}
/** Creates the log of a session's recordings. Its first request loads the steps of a recording. */
export declare function createRecordingLog({ loaded, options, saving, redactor, modules }: RecordingInit): RecordingLog;
export {};
