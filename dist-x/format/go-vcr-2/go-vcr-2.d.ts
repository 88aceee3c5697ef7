import { parseGoVcr2 } from './read.ts';
import { writeGoVcr2 } from './write.ts';
/**
 * The cassettes of go-vcr v3 and v4, and of this library.
 *
 * @see https://pkg.go.dev/gopkg.in/dnaeon/go-vcr.v4/pkg/cassette#Interaction
 */
export declare const goVcr2: {
    readonly name: 'go-vcr-2';
    readonly title: 'go-vcr version 2';
    readonly extension: '.yaml';
    readonly withoutResponse: 'drop';
    readonly detect: (value: unknown) => boolean;
    readonly parse: typeof parseGoVcr2;
    readonly write: typeof writeGoVcr2;
};
