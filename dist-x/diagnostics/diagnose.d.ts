import { type HttpRequest } from '../http/http-request.ts';
import { type Searchable } from './find-nearest.ts';
import { CassetteMismatchError } from './mismatch-error.ts';
/** An open cassette, as far as the diagnosis needs it. */
export interface Diagnosable extends Searchable {
    readonly path: string;
    readonly mode: string;
    readonly replayed: readonly unknown[];
    /** The number of interactions that equal an interaction of the cassette, itself included, played or not. */
    countEqual(index: number): number;
    readonly coverage: {
        /** Whether the option `hosts` keeps a URL from being replayed and recorded. */
        excludesUrl(url: string): boolean;
    };
}
/**
 * Explains why a request matched no interaction.
 *
 * @param request the request
 * @param searched the open cassettes that were searched
 */
export declare function diagnose(request: HttpRequest, searched: readonly Diagnosable[]): CassetteMismatchError;
