/** A file to create in a folder. */
export interface NewCassetteFile {
    /** An absolute path. The folder is created if it does not exist. */
    readonly folder: string;
    /** A path relative to the folder; it must not lead out of it. */
    readonly name: string;
    readonly text: string;
    /** How to handle an existing file. */
    readonly existing: 'keep' | 'replace';
}
/**
 * Creates a file in a folder or below it. The file is complete or absent, even if the process is killed. Neither a `..` in its
 * name nor a link in the folder can lead out of the folder. A link in the place of the file counts as an existing file: it is
 * kept, or is itself replaced.
 *
 * @throws CassetteSaveError if the name leads out of the folder, or if writing fails
 */
export declare function createCassetteFile({ folder, name, text, existing }: NewCassetteFile): 'written' | 'kept';
