import type { Interaction } from '../cassette.ts';
/**
 * The snapshots of undici's SnapshotAgent. Response bodies are base64 of the bytes on the wire. A request with several
 * responses becomes several interactions.
 *
 * @see https://undici.nodejs.org/#/docs/api/SnapshotAgent
 */
export declare const undici: {
    readonly name: 'undici';
    readonly title: 'undici SnapshotAgent';
    readonly detect: (value: unknown) => boolean;
    readonly parse: (document: import("./document/source-document.ts").SourceDocument) => Interaction[];
};
