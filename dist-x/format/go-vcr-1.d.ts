import type { Interaction } from '../cassette.ts';
/**
 * The cassettes of go-vcr v1 and v2. vcrpy also has `version: 1`: the shape of the first interaction distinguishes them.
 *
 * @see https://pkg.go.dev/github.com/dnaeon/go-vcr/cassette#Interaction
 */
export declare const goVcr1: {
    readonly name: 'go-vcr-1';
    readonly title: 'go-vcr version 1';
    readonly detect: (value: unknown) => boolean;
    readonly parse: (document: import("./document/source-document.ts").SourceDocument) => Interaction[];
};
