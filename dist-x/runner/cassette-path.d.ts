import type { CurrentTest } from './current-test.ts';
/** The folder next to the test files that contains their cassettes. */
export declare const CASSETTE_FOLDER = "__cassettes__";
/**
 * Returns the path of a test's cassette: `__cassettes__/<test file>/<name>.yaml`, next to the test file. The name contains only
 * lower-case letters, digits and dashes, so it is valid on every file system. Vitest 4 and 5 format the values in a title
 * differently; the name is the same in both.
 *
 * @param test the absolute path of its file, and its name
 * @param name a name for the cassette; default: the name of the test
 * @returns an absolute path, with the same separators as the path of the test file
 */
export declare function cassettePath({ file, name: testName }: CurrentTest, name?: string): string;
/**
 * Tells whether a cassette is named: after its test, without a source, or by a string that is neither a path nor the text of a
 * cassette. A slash or the extension of a cassette makes a path, so `gpt-4.1 says hi` is a name.
 */
export declare function isCassetteName(source: unknown): source is string | undefined;
