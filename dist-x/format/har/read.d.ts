import { type Interaction } from '../../cassette.ts';
import type { SourceDocument } from '../document/source-document.ts';
/**
 * Reads an HTTP archive of a browser or of Polly.JS, which stores bodies in three ways; also the YAML that Cody writes.
 *
 * @throws CassetteParseError
 */
export declare function parseHar(document: SourceDocument): Interaction[];
