import { type Interaction } from '../../cassette.ts';
/**
 * Writes a cassette as an HTTP archive.
 *
 * @param interactions in file order
 * @returns the text of a HAR 1.2 file
 * @see http://www.softwareishard.com/blog/har-12-spec/
 */
export declare function writeHar(interactions: readonly Interaction[]): string;
