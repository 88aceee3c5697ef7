import { type Interaction, sampleOf } from '../cassette.ts'
import type { RequestMatcher } from '../matcher/request-matcher.ts'

/**
 * Adds the further samples of interactions that no request needs any more: a test plays only the first sample, so they were not played
 * either way.
 *
 * @param unplayed the indexes of the interactions that no request needs
 * @returns `unplayed`, and the indexes of their samples
 */
export function addSamples(
  unplayed: readonly number[],
  interactions: readonly Interaction[],
  matcher: RequestMatcher,
): readonly number[] {
  if (interactions.every((interaction) => sampleOf(interaction) === 0)) return unplayed
  const needless = new Set(unplayed)
  const keys = interactions.map(({ request }) => matcher.key(request))
  const needed = new Set(
    interactions.flatMap((interaction, index) =>
      sampleOf(interaction) === 0 && !needless.has(index) ? [keys[index]] : [],
    ),
  )
  return interactions.flatMap((interaction, index) =>
    needless.has(index) || (sampleOf(interaction) > 0 && !needed.has(keys[index])) ? [index] : [],
  )
}
