/**
 * Finds the credentials in the value of a header that carries some. The harmless parts are left out, because they occur in other
 * texts too: for example `HttpOnly` in a cookie, or `content-type` in the list of signed headers.
 */
export declare function findHeaderCredentials(name: string, value: string): string[];
