import { CassetteSaveError } from '../errors/errors.ts';
/** How long to try to lock a file. It is longer than any lock on this machine stays in force. */
export declare const LOCK_TIMEOUT_MS = 10000;
/** A file that this process has locked. */
export interface Lock {
    /** If this process was suspended for long, another one might have taken the lock over. */
    isHeld(): boolean;
    release(): void;
}
/**
 * Locks a file against other processes and threads by creating a file next to it, and takes over locks that are abandoned. It does
 * not wait.
 *
 * @param file an absolute path without links; its folder exists
 * @returns undefined if another process or thread holds the lock
 * @throws Error if the lock can't be created
 */
export declare function tryLock(file: string): Lock | undefined;
/** The error for a file that could not be locked in time. */
export declare function lockTimeout(file: string): CassetteSaveError;
