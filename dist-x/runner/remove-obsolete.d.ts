import type { ObsoleteItems } from './find-obsolete.ts';
/** Removes obsolete cassettes and interactions from the disk. Interactions stay in files that can't be edited in place. */
export declare function removeObsolete({ files, interactions }: ObsoleteItems): void;
