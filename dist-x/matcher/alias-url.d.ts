/**
 * Applies the option `match.url`.
 *
 * @param url passed to the function, which can change it
 * @param alias the option
 * @throws CassetteOptionError if the function returns something else than a URL
 */
export declare function aliasUrl(url: URL, alias: (url: URL) => URL | string | undefined | void): URL;
