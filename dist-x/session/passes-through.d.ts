import type { HttpRequest } from '../http/http-request.ts';
import type { CassetteOptions } from './cassette-options.ts';
/**
 * Tells whether the option `passthrough` sends a request to the network.
 *
 * @throws CassetteOptionError if the function does not return a boolean: a promise would let every request pass
 */
export declare function passesThrough(request: Pick<HttpRequest, 'method' | 'url' | 'headers'>, { passthrough }: CassetteOptions): boolean;
