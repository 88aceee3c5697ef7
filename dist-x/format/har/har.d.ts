import { parseHar } from './read.ts';
import { writeHar } from './write.ts';
/**
 * HTTP archives.
 *
 * @see http://www.softwareishard.com/blog/har-12-spec/
 */
export declare const har: {
    readonly name: 'har';
    readonly title: 'HAR';
    readonly extension: '.har';
    readonly withoutResponse: 'keep';
    readonly detect: (value: unknown) => boolean;
    readonly parse: typeof parseHar;
    readonly write: typeof writeHar;
};
