import { type Interaction } from '../cassette.ts';
/**
 * The recordings of nock: a list of `scope`, `method`, `path`, `body`, `status` and `response`. The list is empty if a test
 * made no request, and an empty list of undici looks the same.
 *
 * @see https://github.com/nock/nock#recording
 */
export declare const nock: {
    readonly name: 'nock';
    readonly title: 'nock';
    readonly detect: (value: unknown) => boolean;
    readonly parse: (document: import("./document/source-document.ts").SourceDocument) => Interaction[];
};
