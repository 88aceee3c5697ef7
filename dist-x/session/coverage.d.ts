import type { HttpRequest } from '../http/http-request.ts';
import type { Mode } from '../options/mode.ts';
import type { CassetteOptions } from './cassette-options.ts';
interface Covering {
    readonly mode: Mode;
    readonly options: CassetteOptions;
    /** See `createHostFilter`. */
    readonly hostFilter: (url: string) => boolean;
    /** Aborts when the session is closed. It covers nothing from then on. */
    readonly closing: AbortSignal;
}
/** Which requests a session answers. */
export declare class Coverage {
    #private;
    /** The hosts of this machine that received requests which the session did not answer, such as `localhost:11434`. */
    readonly localHosts: Set<string>;
    constructor(covering: Covering);
    /** Tells whether the session answers requests to a URL. */
    handlesUrl(url: string): boolean;
    /** Tells whether the option `hosts` keeps a URL from being replayed and recorded. */
    excludesUrl(url: string): boolean;
    /** Tells whether a request sends telemetry, which the session keeps off the network. */
    isTelemetry(request: Pick<HttpRequest, 'method' | 'url' | 'headers'>): boolean;
    /** Notes a request that the session does not answer, because its host is not covered. */
    noteUnanswered(url: string): void;
}
export {};
