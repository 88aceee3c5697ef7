/**
 * Resolves a cassette's path to an absolute path.
 *
 * @param path a path, relative to the working directory, or a `file:` URL as an object or a string
 * @throws CassetteUnreadableError if the URL does not name a file, and in environments without a file system
 */
export declare function resolveCassettePath(path: string | URL): string;
/** Detects a relative path that leads out of the working directory, which is usually a mistake. */
export declare function leavesProject(path: string | URL): boolean;
/**
 * Returns the path of a cassette as messages show it: as the caller spelled it, but relative to the working directory if the file is
 * inside of it, like the paths in the output of test runners.
 *
 * @param path as the caller spelled it
 * @param file the absolute path
 */
export declare function toShownPath(path: string | URL, file: string): string;
/**
 * Reads a cassette from disk.
 *
 * @param file an absolute path
 * @returns the file's bytes, or undefined if the file does not exist
 * @throws CassetteUnreadableError if the path exists but can't be read
 */
export declare function readCassetteFile(file: string): Uint8Array<ArrayBuffer> | undefined;
