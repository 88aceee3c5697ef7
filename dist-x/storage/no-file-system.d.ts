import { CassetteUnreadableError } from '../errors/errors.ts';
/** The error for a path on a platform without files. */
export declare function noFileSystem(path: string | URL): CassetteUnreadableError;
