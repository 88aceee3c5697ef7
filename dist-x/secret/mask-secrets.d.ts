/** Copies a JSON value for display. Masks members with the name of a credential, and credentials in all strings. */
export declare function maskValue(value: unknown, name?: string): unknown;
/** Masks a URL for display: the credentials before its host, in its query, and everywhere else if they look like one. */
export declare function maskUrl(text: string): string;
