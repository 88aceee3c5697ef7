import type { Interaction } from '../../cassette.ts'
import { redactRecorded } from '../../secret/redact-recorded.ts'
import { changedParts } from '../changed-parts.ts'
import type { LintRule, Problem } from '../lint-rule.ts'

/** Redaction must be a fixed point: requests are redacted before they are compared, and a recording of today has nothing to replace. */
export const unredacted: LintRule = {
  name: 'unredacted',
  severity: 'warning',
  summary: "credentials in known places that today's redaction replaces",
  check: ({ interactions }) => {
    const redacted = redactRecorded(interactions, {}).interactions
    return interactions.flatMap((before, index) => toProblem(before, redacted[index] ?? before, index))
  },
}

function toProblem(before: Interaction, after: Interaction, index: number): Problem[] {
  const parts = changedParts(before, after)
  const [part] = parts
  if (!part) return []
  const names = parts.map(({ name }) => name).join(', ')
  return [
    {
      message: `redaction replaces credentials in ${names}. Apply it with msw-cassette redact`,
      place: { kind: 'interaction', index, part: part.part, ...(part.header ? { text: part.header } : {}) },
    },
  ]
}
