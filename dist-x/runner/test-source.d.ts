import type { CassetteSource } from '../session/cassette-source.ts';
import type { Caller } from './calling-file.ts';
/**
 * Resolves the source of a test's cassette. A name becomes the path of a cassette in the test file's folder; without a source
 * the cassette is named after the test (see `cassettePath`). Any other source is returned unchanged.
 *
 * @param source a string without a slash, an extension such as `.yaml` or a line break is a name
 * @param contexts the arguments of the test function, and its `this`
 * @param definedIn the file in which the test is defined
 * @throws CassetteSessionError if the path depends on the test and the runner does not report which test is running
 */
export declare function testSource(source: CassetteSource | undefined, contexts: readonly unknown[], definedIn?: Caller): CassetteSource;
