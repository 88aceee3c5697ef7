import type { IncomingRequest } from './incoming-request.ts';
/**
 * Refuses a GET or HEAD request whose body was lost on the way: clients of `node:http` can send one, as Elasticsearch's do, but
 * the requests that MSW passes on are those of `fetch`, which have none.
 *
 * @throws CassetteSessionError
 */
export declare function assertComplete({ method, headers, body }: IncomingRequest): void;
