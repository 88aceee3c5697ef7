import { resolve } from 'node:path'
import type { Interaction } from '../../cassette.ts'
import { findDeletedTest } from '../../lint/rules/unused.ts'
import { provenanceOf } from '../../provenance/provenance.ts'
import type { Badge } from '../../view/view-data.ts'
import type { SelectedCassette } from '../select/select-cassettes.ts'

/**
 * Creates the function that finds the badges of a cassette's interactions, except those for errors. An interaction that was not recorded
 * by this library gets one only among recorded ones: other cassettes are old, or of another library.
 *
 * @param oldest an older interaction has expired
 */
export function createBadgeFinder(
  { cassette, path }: SelectedCassette,
  oldest: Date | undefined,
): (interaction: Interaction) => Badge[] {
  const isUnused = findDeletedTest(resolve(path)) !== undefined
  const isSigned = cassette.interactions.some((interaction) => provenanceOf(interaction) !== 'unknown')
  return (interaction) => {
    const { recordedAt } = interaction
    const provenance = provenanceOf(interaction)
    return [
      ...(provenance === 'edited' ? (['edited'] as const) : []),
      ...(provenance === 'unknown' && isSigned ? (['not recorded'] as const) : []),
      ...(oldest && recordedAt && recordedAt < oldest ? (['expired'] as const) : []),
      ...(isUnused ? (['unplayed'] as const) : []),
    ]
  }
}
