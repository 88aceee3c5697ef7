/**
 * Follows the links in a path, so that a file that replaces the target does not replace the link. A link to a file or a folder that
 * does not exist yet is followed too.
 *
 * @param path an absolute path
 * @throws Error if links lead in a circle
 */
export declare function resolveLinks(path: string): string;
