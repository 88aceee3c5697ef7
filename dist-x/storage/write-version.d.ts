/** A change of a file: the text replaces the bytes from `keep` to `end`. */
export interface FileEdit {
    readonly keep: number;
    readonly end: number;
    readonly text: string;
}
/** An older version of a file, under a name of its own. The newest version begins with all of its bytes. */
export interface OlderVersion {
    readonly path: string;
    readonly stamp: string;
    readonly size: number;
}
/**
 * Writes a changed copy of a file, and waits until it is on the disk.
 *
 * @param temporary the path of the copy; replaced if it exists
 * @param target the file
 * @param content its bytes; undefined if it does not exist
 * @returns the stamp of the copy
 */
export declare function writeCopy(temporary: string, target: string, content: Uint8Array | undefined, edit: FileEdit): string;
/**
 * Turns an older version of a file into a longer copy of the newest one, and waits until it is on the disk. It writes only what the
 * older version lacks, so that programs that are still reading it see no change.
 *
 * @param target the newest version
 * @param edit a change at the end of the file
 * @returns the stamp of the copy; undefined if the older version was changed or removed
 */
export declare function extendOlder({ path, stamp, size }: OlderVersion, target: string, edit: FileEdit): string | undefined;
