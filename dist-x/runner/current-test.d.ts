import { type Caller } from './calling-file.ts';
/** The file and the name that identify a test. */
export interface CurrentTest {
    /** The absolute path of its file. */
    readonly file: string;
    /** Its name, prefixed with the names of its `describe` blocks. */
    readonly name: string;
}
/**
 * Detects which test is running. Vitest, node:test, Playwright, Deno, AVA and tap pass it to the test function, and mocha calls the
 * function with it. Otherwise, as in `test.each`, it comes from Vitest's setup file, or from the global `expect` of Jest (and of
 * Vitest with `globals: true`).
 *
 * @param contexts the arguments of the test function, and its `this`
 * @param definedIn the file in which the test is defined, for runners whose tests do not know it
 * @returns undefined if the runner does not provide it
 */
export declare function currentTest(contexts: readonly unknown[], definedIn?: Caller): CurrentTest | undefined;
