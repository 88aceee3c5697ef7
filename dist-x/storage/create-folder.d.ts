/**
 * Creates a folder and uses it. Another process that has created it, and had no use for it, can remove it in between.
 *
 * @param use fails with ENOENT if the folder does not exist, and can then be repeated
 * @returns the folders that were created, the outermost first
 */
export declare function inFolder(folder: string, use: () => void): string[];
/**
 * Creates a folder and its parents. The `recursive` option of mkdir hangs if no folder can be created, as in /proc.
 *
 * @returns the folders that were created, the outermost first
 */
export declare function createFolder(folder: string): string[];
/** Removes folders that `inFolder` has created and that are still empty. */
export declare function removeEmptyFolders(created: readonly string[]): void;
