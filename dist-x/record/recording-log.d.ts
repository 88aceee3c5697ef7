import type { Interaction } from '../cassette.ts';
import { type CassetteError } from '../errors/errors.ts';
import type { Capture } from './capture-exchange.ts';
import { type Pending, type Reservation, type SendRequest } from './recorder.ts';
import type { Saver } from './saver.ts';
/**
 * When recordings are saved: each as soon as it is complete, or all of them when `save()` is called. Many that are complete at
 * about the same time are saved together.
 */
export type Saving = 'immediate' | 'deferred';
/** How recordings are made and become a file. */
export interface RecordingLogOptions {
    /** The absolute path of the cassette; undefined for a cassette in memory, which is not saved. */
    readonly file: string | undefined;
    readonly saving: Saving;
    /** Sends a request and captures the exchange. The functions below are called only after it. */
    readonly send: SendRequest;
    /** Converts a captured exchange to the interaction to save, or undefined to drop it. */
    readonly toRecording: (capture: Capture) => Interaction | undefined;
    /** Converts an exchange that is under way, without hooks. */
    readonly toPreview: (capture: Capture) => Interaction | undefined;
    /** Saves a list of recordings; undefined if they can't be saved, because there is no file. */
    readonly createSaver: (list: readonly Interaction[]) => Saver | undefined;
}
/** The recordings of a session, and how many of them are on disk. */
export declare class RecordingLog {
    #private;
    /** The recordings as they are saved, in the order in which they were requested. */
    readonly list: Interaction[];
    constructor(options: RecordingLogOptions);
    /** The recordings, and the exchanges under way that have a response: they become recordings when their bodies end. */
    get answered(): Interaction[];
    /** Reserves a place for a request, see `Recorder`. */
    reserve(): Reservation;
    /**
     * Saves what is complete, after waiting up to a second for exchanges that are under way.
     *
     * @param pending how to treat exchanges that take longer
     * @throws CassetteSecretError, CassetteSaveError
     */
    save(pending: Pending): Promise<void>;
    /** Saves what is complete and not saved yet, without waiting. */
    flush(): void;
    /** Removes temporary files. */
    close(): void;
    /** Why the last save failed, or else why a recording was lost. Unsaved recordings are kept for the next save. */
    get error(): CassetteError | undefined;
}
