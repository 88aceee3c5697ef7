import { findCredentials } from '../find-credentials.ts'
import type { LintRule } from '../lint-rule.ts'

/** The scan that runs before each save. */
export const leakedCredential: LintRule = {
  name: 'leaked-credential',
  severity: 'error',
  summary: 'texts that look like credentials',
  check: (cassette, { allowSecrets }) =>
    findCredentials(cassette, { allowed: allowSecrets }).map(({ kind, place }) => ({
      message: `this looks like a credential: ${kind}. Revoke it, and replace it: msw-cassette redact does so in known places`,
      place,
    })),
}
