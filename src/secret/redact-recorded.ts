import type { Interaction } from '../cassette.ts'
import { headersOf } from '../http/http-request.ts'
import type { KnownCredentials } from './known-credentials.ts'
import type { RedactOptions } from './redact-options.ts'
import { createRedactor } from './redactor.ts'

/** The interactions of a cassette after redaction. */
export interface RedactedInteractions {
  /** In file order; the same object if nothing in it was replaced. */
  readonly interactions: readonly Interaction[]
  /** The credentials that were found. */
  readonly known: KnownCredentials
}

/**
 * Applies the redaction of recordings to interactions that are recorded already: with other rules, by an older version, or by another
 * tool. Headers that a recording would drop stay.
 */
export function redactRecorded(interactions: readonly Interaction[], options: RedactOptions): RedactedInteractions {
  const redactor = createRedactor(options)
  const first = interactions.map((interaction) => {
    const { request, response } = interaction
    return redactor.interaction(interaction, headersOf(request), headersOf(response))
  })
  // A later interaction can reveal that a text in an earlier one is a credential.
  const redacted = first.map((interaction) => redactor.again(interaction))
  return {
    interactions: redacted.map((after, index) => keepUnchanged(interactions[index] ?? after, after)),
    known: redactor.known,
  }
}

function keepUnchanged(before: Interaction, after: Interaction): Interaction {
  return before.request === after.request && before.response === after.response ? before : after
}
