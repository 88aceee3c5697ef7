import { provenanceOf } from '../../provenance/provenance.ts'
import type { LintRule } from '../lint-rule.ts'

/** Edits of recordings. They can be intended, so that this is no error by itself. */
export const edited: LintRule = {
  name: 'edited',
  severity: 'warning',
  summary: 'interactions that were edited after they were recorded',
  check: ({ interactions }, { require }) =>
    interactions.flatMap((interaction, index) =>
      require === undefined && provenanceOf(interaction) === 'edited'
        ? [
            {
              message:
                'this interaction was edited after it was recorded: its digest in "recorded_by" differs. ' +
                'Record it again, or remove "recorded_by" to declare it hand-written',
              place: { kind: 'interaction', index },
            },
          ]
        : [],
    ),
}
