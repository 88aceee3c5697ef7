/**
 * Identifies a version of a file without reading it: its inode, its size and the time of its last change, in ns.
 *
 * @param file a path or an open file
 * @returns undefined if there is no file
 * @throws Error if it is not a regular file
 */
export declare function stampOf(file: string | number): string | undefined;
