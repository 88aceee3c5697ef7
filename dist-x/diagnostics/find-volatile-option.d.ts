import type { HttpRequest } from '../http/http-request.ts';
import type { Nearest, Searchable } from './find-nearest.ts';
/**
 * Finds the smallest option with which a request equals its nearest recording, if all differences are texts that often change
 * on every run: masks if their texts are known, otherwise the paths of ids and times.
 *
 * @param request the request that matched nothing
 * @param nearest the nearest interaction
 * @returns the option as code, such as `{ match: { mask: ['uuid'] } }`; undefined if any other difference remains
 */
export declare function findVolatileOption(request: HttpRequest, nearest: Nearest<Searchable>): string | undefined;
