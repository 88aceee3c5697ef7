/** The kind of a path. If it can't be determined, the path counts as a file, and reading it reports the problem. */
export type PathKind = 'file' | 'folder' | 'absent';
/** Determines the kind of a path; follows links. */
export declare function pathKind(path: string): PathKind;
/** An entry of a folder. */
export interface FolderEntry {
    readonly name: string;
    readonly kind: 'file' | 'folder';
}
/**
 * Lists a folder, sorted by name. Links to files count as files. Links to folders are skipped, because they can form a cycle.
 *
 * @param folder an absolute path
 * @throws CassetteUnreadableError
 */
export declare function readFolder(folder: string): FolderEntry[];
