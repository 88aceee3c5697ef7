import type { CassetteMeta } from './test-cassette.ts';
/** A block of tests, as Vitest represents it. */
interface Block {
    readonly suite?: Block | undefined;
    readonly meta: {
        readonly cassette?: CassetteMeta;
    };
}
/**
 * The `meta.cassette` of the blocks around a test, from the outermost. Vitest gives a test only the innermost value, even if that
 * sets other options.
 *
 * @param block the block that contains the test
 */
export declare function blockMetas(block: Block | undefined): CassetteMeta[];
export {};
