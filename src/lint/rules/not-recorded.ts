import { type Provenance, provenanceOf } from '../../provenance/provenance.ts'
import type { LintRule } from '../lint-rule.ts'

/** With `--require recorded`: for CI, because people and coding agents also write cassettes by hand. */
export const notRecorded: LintRule = {
  name: 'not-recorded',
  severity: 'error',
  summary: 'interactions that are not as a recorder wrote them; with --require recorded',
  check: ({ interactions }, { require }) =>
    require === undefined
      ? []
      : interactions.flatMap((interaction, index) => {
          const message = MESSAGES[provenanceOf(interaction)]
          return message === undefined ? [] : [{ message, place: { kind: 'interaction', index } as const }]
        }),
}

const MESSAGES: Readonly<Record<Provenance, string | undefined>> = {
  recorded: undefined,
  edited: 'this interaction was edited after it was recorded. Record it again',
  unknown: 'no recorder of this library wrote this interaction: it has no digest. Record it',
}
