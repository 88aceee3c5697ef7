import type { HttpRequest } from '../http/http-request.ts';
import type { RequestMatcher } from '../matcher/request-matcher.ts';
import { type Hooks } from '../options/hooks.ts';
import type { Claim, Player } from './player.ts';
/** The interactions that equal one request. */
export interface InteractionSearch {
    /** Claims the next one that was not played yet. */
    claimUnplayed(): Claim | undefined;
    /** Claims one of them again, if `repeat` or a client's retries allow it. */
    claimRepeat(): Claim | undefined;
}
/** The places to search. */
interface Searched {
    readonly player: Player;
    readonly matcher: RequestMatcher;
    readonly hooks: Hooks | undefined;
}
/** Finds the interactions that equal a request. The key of the request is computed once. */
export declare function findInteraction(request: HttpRequest, { player, matcher, hooks }: Searched): InteractionSearch;
/**
 * Claims the next interaction of the file if its bytes equal those of the request: no other one can come before it, so no key
 * is needed. Tests mostly send requests in recorded order.
 */
export declare function claimInOrder(request: HttpRequest, { player, matcher, hooks }: Searched): Claim | undefined;
export {};
