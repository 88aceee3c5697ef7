import type { CassetteOpenEndError } from '../errors/errors.ts';
import type { Answer } from '../http/answer.ts';
import type { IncomingRequest } from '../http/incoming-request.ts';
import { type Transport } from '../stream/replay-stream.ts';
import { type Timing } from '../stream/timing.ts';
import type { Claim } from './player.ts';
/** An interaction to play, and how to play it. */
export interface Play {
    /** Released if the client leaves before the response begins. */
    readonly claim: Claim;
    readonly request: IncomingRequest;
    readonly timing: Timing;
    /** Aborts when the session is closed. */
    readonly closing: AbortSignal;
    /** How the pieces of the body reach the client. */
    readonly transport: Transport;
    /** The path of the cassette. */
    readonly file: string;
    /** Called if the client reads on after an open end. */
    readonly onFailure: (error: CassetteOpenEndError) => void;
}
/** Answers a request with the interaction that it claimed. */
export declare function playInteraction({ claim, request, timing, closing, transport, ...rest }: Play): Promise<Answer>;
