/** What stands in the place of a credential. It needs no escaping in a URL, in JSON, in a header, or in YAML. */
export const REDACTED = 'REDACTED'

/** Where the credentials are put that were found in their places. */
export type SecretSet = Set<string>
