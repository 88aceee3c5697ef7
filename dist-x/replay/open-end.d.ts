import { type Interaction, type OpenEnd, type RecordedResponse } from '../cassette.ts';
import { CassetteOpenEndError } from '../errors/errors.ts';
import type { IncomingRequest } from '../http/incoming-request.ts';
import type { StreamEnd } from '../stream/replay-stream.ts';
/** The end of a recording whose client left. */
interface OpenEndInit {
    readonly interaction: Interaction;
    readonly openEnd: OpenEnd;
    readonly request: IncomingRequest;
    /** The path of the cassette. */
    readonly file: string;
    /** Called if the client reads on for too long. */
    readonly onFailure: (error: CassetteOpenEndError) => void;
}
/** How a replay ends: undefined if the stream ends after its last byte. */
export declare function openEndOf({ status, headers, body, openEnd }: RecordedResponse, request: IncomingRequest): OpenEnd | undefined;
/** Keeps a replay open after its last byte until the client leaves. A client that reads on gets an error. */
export declare function stayOpen({ interaction, openEnd, request, file, onFailure }: OpenEndInit): StreamEnd;
export {};
