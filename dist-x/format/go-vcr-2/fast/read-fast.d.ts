import type { Cassette } from '../../../cassette.ts';
/**
 * Reads a go-vcr version 2 cassette in the style of its writers. It reads the lines once, without building a tree, and bodies
 * are decoded on first access. It bails on the first line that is unknown or wrong: the YAML parser then decides.
 *
 * @param bytes the file; the caller must not use it afterwards, because bodies are decoded in place
 * @param file its name, for the cassette's `path`
 * @returns the cassette that the YAML parser would return; undefined if the YAML parser must read the file
 */
export declare function readGoVcr2Fast(bytes: Uint8Array<ArrayBuffer>, file: string): Cassette | undefined;
