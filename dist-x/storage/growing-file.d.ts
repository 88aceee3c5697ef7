import { type FileEdit } from './write-version.ts';
/**
 * Plans a change.
 *
 * @param current the bytes of the file; `'unchanged'` if it is as the last `write` has left it; undefined if there is no file
 * @returns undefined to change nothing: the file is then not written, so that file watchers are not triggered
 */
type PlanEdit = (current: Uint8Array<ArrayBuffer> | 'unchanged' | undefined) => FileEdit | undefined;
/** `'busy'`: another process or thread is writing the file, or has just changed it. Nothing was written; try again later. */
export type WriteOutcome = 'written' | 'busy';
/**
 * A cassette that grows. At any time it has either its old or its new content, even if the process is killed: a new version is
 * written next to it and renamed. An addition to a large file is nevertheless a small write: the previous version is kept under a
 * temporary name, lacks only the last two additions, and becomes the next version.
 */
export declare class GrowingFile {
    #private;
    /** @param file an absolute path */
    constructor(file: string);
    /**
     * Changes the file. Several processes can call this simultaneously: each of them sees the content that the previous one wrote.
     *
     * @throws CassetteSaveError if the file can't be written, and every CassetteError that `plan` throws
     */
    write(plan: PlanEdit): WriteOutcome;
    /** Removes the previous version from the disk. The next write copies the file again. */
    close(): void;
}
export {};
