import type { Interaction } from '../cassette.ts';
import { type HttpRequest } from '../http/http-request.ts';
import type { RedactOptions } from './redact-options.ts';
/** Replaces credentials. Requests are redacted in the same way before they are matched and before they are saved. */
export interface Redactor {
    /** Redacts a request for matching. Returns the same object if it contains no credentials. */
    request<T extends HttpRequest>(request: T): T;
    /** Redacts headers for matching. */
    headers(headers: Headers): Headers;
    /**
     * Redacts an interaction for saving. Credentials of the request are replaced in the response too, because a server can echo
     * them. Credentials of the response are replaced in the response only: a request that is being matched has no response, and
     * must be redacted in the same way.
     *
     * @param interaction the captured interaction, with the headers to save
     * @param sent all headers of the request
     * @param received all headers of the response
     */
    interaction(interaction: Interaction, sent: Headers, received: Headers): Interaction;
}
/**
 * Creates a redactor. It finds credentials in known places: headers, query parameters, form fields and JSON members whose names
 * show that they carry one. It then replaces all other occurrences of these credentials.
 */
export declare function createRedactor(options?: RedactOptions): Redactor;
