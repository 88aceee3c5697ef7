import { type Check } from '../options/checks.ts';
import { type MaskName } from './masks.ts';
import type { Matcher } from './matcher.ts';
import type { NormalizedRequest } from './normalized-request.ts';
/** Changes a request before it is compared; it runs on recorded and received requests alike. It can change the request in place or return another one. */
export type Normalize = (input: {
    request: NormalizedRequest;
}) => NormalizedRequest | undefined | void;
/** Decides when a request equals a recorded one. Default: method, URL and body are equal; headers are ignored. */
export interface MatchOptions {
    /** Headers that have to be equal too. Default: none. */
    headers?: readonly string[];
    /**
     * How bodies are compared. Default `'json'`: JSON, forms and multipart by their values, text regardless of its line endings,
     * other bytes exactly. `'text'`: as text regardless of line endings. `'bytes'`: byte for byte. `'ignore'`: not at all. A
     * function: by the value that it returns.
     */
    body?: 'json' | 'text' | 'bytes' | 'ignore' | ((input: {
        request: NormalizedRequest;
    }) => unknown);
    /** Maps a URL to the one to compare, on both sides, to give several hosts or API versions one name. It can change its argument. */
    url?: (url: URL) => URL | string | undefined | void;
    /** Query parameters to ignore on both sides. */
    ignoreQuery?: readonly string[] | 'all';
    /** Changes the whole request, on both sides, after `url` and `ignoreQuery` and before `ignoreBody`. */
    normalize?: Normalize | readonly Normalize[];
    /** JSON paths of the body to ignore on both sides, such as `$.messages[*].id`, `$.metadata` or `$..trace_id`. */
    ignoreBody?: readonly string[];
    /**
     * Texts to mask on both sides because they change on every run: the names of `MaskName`, such as `'uuid'`, `'iso-date'` or
     * `'unix-time'`, and regular expressions, whose flags `g` and `y` are irrelevant. Applies to the path, the query, compared
     * headers and the body, after all other options. Default: none.
     */
    mask?: readonly (MaskName | RegExp)[];
    /** Replaces the matchers; `headers` and the choice of `body` then have no effect. */
    matchers?: readonly Matcher[];
}
/** Checks the option `match`. */
export declare const checkMatchOptions: Check;
/** Creates the steps that change a request before it is compared, in their order. */
export declare function toSteps(options: MatchOptions): Normalize[];
/** Tells whether requests with equal method, URL, content type and body are equal for certain, so that no key is needed. */
export declare function keepsEqualBytesEqual(options: MatchOptions): boolean;
