import { type Interaction } from '../../cassette.ts';
/**
 * Writes a whole cassette.
 *
 * @param interactions in file order
 * @returns the text of a go-vcr version 2 file
 */
export declare function writeGoVcr2(interactions: readonly Interaction[]): string;
/**
 * Writes one interaction as an item of `interactions`, in the style of charmbracelet's writer, with the keys of go-vcr in
 * go-vcr's order. go-vcr ignores the keys that this library adds: `recorded_at`, `chunks` and `open_end`.
 *
 * @param id the index in the cassette, counted from 0
 * @returns whole lines, without indentation
 */
export declare function writeInteraction({ request, response, recordedAt }: Interaction, id: number): string;
