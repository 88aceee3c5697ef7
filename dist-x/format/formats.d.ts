import type { WritableFormatDefinition } from './format-definition.ts';
/** Every format, in the order in which `detect` is tried: the first that accepts a document reads it. */
export declare const formats: readonly [{
    readonly name: 'go-vcr-2';
    readonly title: 'go-vcr version 2';
    readonly extension: '.yaml';
    readonly withoutResponse: 'drop';
    readonly detect: (value: unknown) => boolean;
    readonly parse: typeof import("./go-vcr-2/read.ts").parseGoVcr2;
    readonly write: typeof import("./go-vcr-2/write.ts").writeGoVcr2;
}, {
    readonly name: 'vcrpy';
    readonly title: 'VCR.py';
    readonly extension: '.yaml';
    readonly withoutResponse: 'drop';
    readonly detect: typeof import("./vcrpy/read.ts").isVcrpy;
    readonly parse: typeof import("./vcrpy/read.ts").parseVcrpy;
    readonly write: typeof import("./vcrpy/write.ts").writeVcrpy;
}, {
    readonly name: 'go-vcr-1';
    readonly title: 'go-vcr version 1';
    readonly detect: (value: unknown) => boolean;
    readonly parse: (document: import("./document/source-document.ts").SourceDocument) => import("../cassette.ts").Interaction[];
}, {
    readonly name: 'ruby-vcr';
    readonly title: 'Ruby VCR';
    readonly detect: (value: unknown) => boolean;
    readonly parse: (document: import("./document/source-document.ts").SourceDocument) => import("../cassette.ts").Interaction[];
}, {
    readonly name: 'har';
    readonly title: 'HAR';
    readonly extension: '.har';
    readonly withoutResponse: 'keep';
    readonly detect: (value: unknown) => boolean;
    readonly parse: typeof import("./har/read.ts").parseHar;
    readonly write: typeof import("./har/write.ts").writeHar;
}, {
    readonly name: 'nock';
    readonly title: 'nock';
    readonly detect: (value: unknown) => boolean;
    readonly parse: (document: import("./document/source-document.ts").SourceDocument) => import("../cassette.ts").Interaction[];
}, {
    readonly name: 'undici';
    readonly title: 'undici SnapshotAgent';
    readonly detect: (value: unknown) => boolean;
    readonly parse: (document: import("./document/source-document.ts").SourceDocument) => import("../cassette.ts").Interaction[];
}, {
    readonly name: 'single-exchange';
    readonly title: 'Datadog test agent or msw-snapshot';
    readonly detect: (value: unknown) => boolean;
    readonly parse: (document: import("./document/source-document.ts").SourceDocument) => import("../cassette.ts").Interaction[];
}];
/** A format that cassettes can be written in. */
export type WritableFormatEntry = Extract<(typeof formats)[number], WritableFormatDefinition>;
/** The name of a format that cassettes can be written in. More can be read: see `cassetteFormats`. */
export type WritableFormat = WritableFormatEntry['name'];
/** The formats that can be written, by name. */
export declare const writableFormats: ReadonlyMap<string, WritableFormatEntry>;
