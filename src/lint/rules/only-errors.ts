import type { LintRule } from '../lint-rule.ts'

/** A recording with a wrong key or without credit replays well, and the test that plays it proves nothing. */
export const onlyErrors: LintRule = {
  name: 'only-errors',
  severity: 'warning',
  summary: 'cassettes whose only answers are 4xx',
  check({ interactions }) {
    const statuses = new Set(interactions.map(({ response }) => response.status))
    if (statuses.size === 0 || [...statuses].some((status) => status < 400 || status > 499)) return []
    return [
      {
        message:
          `the only answer of this cassette is ${[...statuses].sort().join(', ')}. If the test is not about this error, ` +
          'correct the request or the credentials, and record again',
        place: { kind: 'interaction', index: 0, part: 'response.status' },
      },
    ]
  },
}
