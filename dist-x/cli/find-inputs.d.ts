/** A file to convert. */
export interface Input {
    /** Absolute. */
    readonly file: string;
    /** Its path as the user would spell it, for messages. */
    readonly path: string;
    /** Its path relative to the given folder. For a given file, its name. */
    readonly name: string;
}
/** The files that were found, and a message for each path without files. */
export interface FoundInputs {
    readonly inputs: Input[];
    readonly failures: string[];
}
/** Matches the names of cassettes in folders. */
export declare const CASSETTE_NAME: RegExp;
/**
 * Finds the files to convert. A given file can have any name. In a given folder, files are found by their extension.
 *
 * @param paths files and folders, as the user spelled them
 * @param except the absolute path of a folder that is not searched: the folder of outputs
 */
export declare function findInputs(paths: readonly string[], except: string): FoundInputs;
