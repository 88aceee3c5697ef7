import type { CredentialRules } from './credential-rules.ts'
import type { KnownCredentials } from './known-credentials.ts'

/** Replaces the credentials that were found anywhere, and the matches of the option `patterns`. */
export function finishText(text: string, rules: CredentialRules, known: KnownCredentials): string {
  return rules.redactPatterns(known.replace(text))
}
