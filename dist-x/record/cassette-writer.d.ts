import type { Interaction } from '../cassette.ts';
import { type WriteOutcome } from '../storage/growing-file.ts';
/** The destination of recordings. */
export interface WriterOptions {
    /** The absolute path. */
    readonly file: string;
    /** Strings that look like credentials but are not. */
    readonly allowSecrets: readonly RegExp[];
    /** The text that the first recording replaces. Text that another process has written in the meantime is kept. */
    readonly replaces: string | undefined;
}
/** Adds the recordings of a session to their cassette. Existing content keeps its bytes. */
export interface CassetteWriter {
    /**
     * Adds recordings.
     *
     * @returns `'busy'` if another process is writing the file, and nothing was added. If it is for 10 s, an error is thrown.
     * @throws CassetteSecretError if they, or the file, contain something that looks like a credential; CassetteSaveError if they
     *   can't be written
     */
    add(recordings: readonly Interaction[]): WriteOutcome;
    /** Removes temporary files. `add` can still be called. */
    close(): void;
}
/** Creates a writer. It reads and scans a file again only if another program has changed it. */
export declare function createCassetteWriter({ file, allowSecrets, replaces }: WriterOptions): CassetteWriter;
