/** Remembers who called a function, without reading the stack. */
export interface Caller {
    /** The absolute path of the file that contains the call; undefined if the platform does not provide it. */
    readonly file: string | undefined;
}
/**
 * Remembers the file that called a function. It identifies the test file in runners whose tests do not know their file.
 *
 * @param callee the function
 */
export declare function rememberCaller(callee: (...args: never[]) => unknown): Caller;
/**
 * Converts a `file:` URL to a path.
 *
 * @param file a `file:` URL or an absolute path
 * @returns undefined for anything else
 */
export declare function toPath(file: string | undefined): string | undefined;
