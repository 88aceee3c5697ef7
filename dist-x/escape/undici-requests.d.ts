import type { Session } from '../session/session.ts';
import { type SentRequest } from './escape-watch.ts';
/** A request of undici, as its channels publish it. */
export interface UndiciRequest {
    readonly method: string;
    readonly origin: string | URL;
    readonly path: string;
}
/** The subscribers of undici's channels. Node's `fetch` is undici, too. */
export declare const undiciSubscribers: Readonly<Record<string, (message: {
    request: UndiciRequest;
    socket?: unknown;
}) => void>>;
/**
 * Finds the request of undici that MSW 3 has just read from one of its connections.
 *
 * @returns the sessions that have to receive it; undefined if it is not a request of undici
 */
export declare function takeWritten({ method, url }: SentRequest): readonly Session[] | undefined;
