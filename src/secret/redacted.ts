/** The replacement for a credential. It needs no escaping in a URL, in JSON, in a header, or in YAML. */
export const REDACTED = 'REDACTED'

/** Receives the credentials that are found in known places, decoded. */
export interface FoundCredentials {
  add(credential: string): void
}

/** Decides whether the value of a name is a credential. */
export interface CredentialRule {
  /**
   * @param value decoded
   * @param siblings the names beside this one, if the place has any
   */
  isCredential(name: string, value: string, place: 'json' | 'parameter', siblings?: ReadonlySet<string>): boolean
}

/** Replaces the credentials in the places of one kind, and adds them to the found ones. Takes time in proportion to the text. */
export type PlaceScanner = (text: string, rule: CredentialRule, found: FoundCredentials) => string
