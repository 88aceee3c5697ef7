/** A new path in the same folder, because only a rename within a file system is atomic. */
export declare function temporaryPath(file: string): string;
/**
 * Writes a new file, and waits until it is on the disk.
 *
 * @param mode the file's permissions; default: those that the process gives to new files
 */
export declare function writeDurably(file: string, content: string | Uint8Array, mode?: number): void;
/** Removes the temporary files of processes that were killed. */
export declare function removeLeftovers(folder: string): void;
