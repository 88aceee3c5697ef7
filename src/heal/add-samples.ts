import { type Interaction, sampleOf } from '../cassette.ts'
import type { RequestMatcher } from '../matcher/request-matcher.ts'

/** A cassette at the end of its test. */
interface PlayedCassette {
  readonly interactions: readonly Interaction[]
  readonly matcher: RequestMatcher
  /** The indexes of the interactions that were played. */
  readonly played: ReadonlySet<number>
}

/**
 * Adds the further samples of requests that are not sent any more: a test plays only the first sample, so they were not played either
 * way. Samples of requests that only another sample leads to stay.
 *
 * @param unplayed the indexes of the interactions that no request needs
 * @returns `unplayed`, and the indexes of their samples
 */
export function addSamples(
  unplayed: readonly number[],
  { interactions, matcher, played }: PlayedCassette,
): readonly number[] {
  if (interactions.every((interaction) => sampleOf(interaction) === 0)) return unplayed
  const needless = new Set(unplayed)
  const keys = interactions.map(({ request }) => matcher.key(request))
  const keysOfFirst = (state: 'needless' | 'needed'): Set<string | undefined> =>
    new Set(
      keys.filter((_, index) => {
        const isFirst = sampleOf(interactions[index] as Interaction) === 0
        return isFirst && needless.has(index) === (state === 'needless')
      }),
    )
  const [gone, needed] = [keysOfFirst('needless'), keysOfFirst('needed')]
  const isStale = (interaction: Interaction, index: number): boolean =>
    sampleOf(interaction) > 0 && !played.has(index) && gone.has(keys[index]) && !needed.has(keys[index])
  return interactions.flatMap((interaction, index) =>
    needless.has(index) || isStale(interaction, index) ? [index] : [],
  )
}
