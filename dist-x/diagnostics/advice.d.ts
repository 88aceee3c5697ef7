import type { HttpRequest } from '../http/http-request.ts';
import type { Nearest, Searchable } from './find-nearest.ts';
import type { Mismatch } from './mismatch.ts';
/**
 * Chooses the advice that applies to a mismatch.
 *
 * @param request the request that matched nothing
 * @param reason the reason
 * @param nearest the nearest interaction; undefined if nothing is recorded
 * @param rest whether everything that is recorded was played
 */
export declare function adviseOn(request: HttpRequest, reason: Mismatch['reason'], nearest: Nearest<Searchable> | undefined, rest?: 'played' | 'unplayed'): string[];
