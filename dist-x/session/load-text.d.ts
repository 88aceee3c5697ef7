import { type CassetteSource, type LoadedCassette } from './cassette-source.ts';
/**
 * Loads a cassette in a page: a parsed one, or text that this library or go-vcr wrote. It is `loadCassette` without files,
 * the YAML package and the other formats, which are most of the library's size.
 *
 * @throws CassetteUnreadableError for a path, CassetteFormatError for text in another format or style, CassetteOptionError
 */
export declare function loadText(source: CassetteSource): LoadedCassette;
