import { findExpired } from '../../session/expiry.ts'
import type { LintRule } from '../lint-rule.ts'

/** The option `expires`, without a test that opens the cassette. */
export const expired: LintRule = {
  name: 'expired',
  severity: 'warning',
  summary: 'recordings older than --expires allows',
  check: ({ interactions }, { expires }) =>
    expires === undefined
      ? []
      : findExpired(interactions, expires).map((index) => ({
          message:
            `this recording is of ${interactions[index]?.recordedAt?.toISOString().slice(0, 10)}, and --expires allows ` +
            `${String(expires)}. Record it again`,
          place: { kind: 'interaction', index },
        })),
}
