import type { Interaction } from '../../cassette.ts';
/**
 * Writes a cassette that vcrpy loads and replays. A request must have exactly these four keys: vcrpy passes them to a
 * constructor by name.
 *
 * @param interactions in file order
 * @returns the text of a vcrpy version 1 file, with the keys in vcrpy's order
 */
export declare function writeVcrpy(interactions: readonly Interaction[]): string;
