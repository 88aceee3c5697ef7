import type { NormalizedRequest } from './normalized-request.ts';
/**
 * Masks the texts of a request: its path, its query, its headers and its body. The host stays, because it determines which
 * session answers.
 *
 * @param request is not changed, except for its URL
 * @param mask replaces the texts that change on every run
 */
export declare function maskRequest(request: NormalizedRequest, mask: (text: string) => string): NormalizedRequest;
