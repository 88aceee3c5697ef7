import type { Interaction } from '../cassette.ts';
/**
 * The files of Datadog's test agent and of msw-snapshot: one exchange per file.
 *
 * @see https://github.com/DataDog/dd-apm-test-agent
 */
export declare const singleExchange: {
    readonly name: 'single-exchange';
    readonly title: 'Datadog test agent or msw-snapshot';
    readonly detect: (value: unknown) => boolean;
    readonly parse: (document: import("./document/source-document.ts").SourceDocument) => Interaction[];
};
