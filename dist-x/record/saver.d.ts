import type { Interaction } from '../cassette.ts';
import { CassetteError } from '../errors/errors.ts';
import { type WriterOptions } from './cassette-writer.ts';
/** Saves a growing list of recordings. */
export declare class Saver {
    #private;
    /**
     * @param list the recordings; only added to
     * @param onSaved called after each save
     */
    constructor(list: readonly Interaction[], options: WriterOptions, onSaved: () => void);
    /** Why the last save failed. Unsaved recordings are kept for the next save. */
    get error(): CassetteError | undefined;
    /** Saves now or a little later, see `SaveSchedule`. */
    request(): void;
    /** Saves now what `request` has delayed. */
    flush(): void;
    /** Saves everything, and waits while another process is writing the file. */
    save(): Promise<void>;
    /** Removes temporary files. */
    close(): void;
}
