/** The replacement for a credential. It needs no escaping in a URL, in JSON, in a header, or in YAML. */
export declare const REDACTED = "REDACTED";
/** The credentials that were found in known places, decoded. */
export type SecretSet = Set<string>;
