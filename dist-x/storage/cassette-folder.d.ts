/** The cassettes of one folder: those named after the tests of one file, or those that belong to no test file. */
export interface CassetteFolder {
    /** The absolute path of the test file; undefined for cassettes that belong to no test file, which any test can use. */
    readonly testFile: string | undefined;
    /** Whether the test file still exists; `present` if there is no test file. */
    readonly presence: 'present' | 'deleted';
    /** The absolute paths of the cassettes. */
    readonly files: readonly string[];
}
/**
 * Lists the cassettes next to the test files of a folder.
 *
 * @param folder the absolute path of the folder that contains the test files
 * @param name the name of the cassette folder in it
 */
export declare function listCassettes(folder: string, name: string): CassetteFolder[];
/**
 * Finds the folders that contain a cassette folder, recursively.
 *
 * @param root an absolute path; `node_modules` and hidden folders in it are skipped
 * @param name the name of cassette folders
 * @returns absolute paths
 */
export declare function findCassetteFolders(root: string, name: string): string[];
/** Removes a cassette, and then its folder and the folder above if they are empty. */
export declare function removeCassette(file: string): void;
