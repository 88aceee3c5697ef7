import { type Interaction, sampleOf } from '../cassette.ts'
import { findNearest } from '../diagnostics/find-nearest.ts'
import type { RequestMatcher } from '../matcher/request-matcher.ts'

/** A cassette at the end of its test, as far as the plan needs it. */
export interface PlannedCassette {
  /** The interactions as they were loaded. */
  readonly interactions: readonly Interaction[]
  /** The indexes of those that no request needs any more. */
  readonly unplayed: readonly number[]
  /** The new interactions, in the order of their requests. */
  readonly recorded: readonly Interaction[]
  readonly matcher: RequestMatcher
}

/** A new interaction that takes the place of an unplayed one. */
interface Replacement {
  readonly index: number
  readonly recording: Interaction
  /** The path of the first difference between their requests, such as `$.messages[2].content`. */
  readonly path: string | undefined
}

/** How a cassette changes. */
export interface HealPlan {
  readonly replaced: readonly Replacement[]
  readonly removed: readonly number[]
  readonly added: readonly Interaction[]
}

/**
 * Plans how new interactions become part of a cassette: each takes the place of the nearest unplayed one, further ones are added
 * at the end, and the unplayed ones that are left are removed. Interactions that equal each other keep the order of their
 * requests, because they are played in file order.
 */
export function planHeal({ interactions, unplayed, recorded, matcher }: PlannedCassette): HealPlan {
  const free = new Set(unplayed)
  const keys = interactions.map(({ request }, index) => (free.has(index) ? undefined : matcher.key(request)))
  const replaced: Replacement[] = []
  const added: Interaction[] = []
  const addedKeys = new Set<string | undefined>()
  for (const recording of recorded) {
    const key = matcher.key(recording.request)
    const from = addedKeys.has(key) ? interactions.length : keys.lastIndexOf(key ?? '') + 1
    const place = findPlace(recording, {
      interactions,
      matcher,
      candidates: [...free].filter((index) => index >= from),
    })
    if (place) {
      replaced.push(place)
      free.delete(place.index)
      keys[place.index] = key
    } else {
      added.push(recording)
      addedKeys.add(key)
    }
  }
  return { replaced: replaced.sort((a, b) => a.index - b.index), removed: [...free], added }
}

function findPlace(
  recording: Interaction,
  { interactions, matcher, candidates }: Pick<PlannedCassette, 'interactions' | 'matcher'> & { candidates: number[] },
): Replacement | undefined {
  const listed = candidates.flatMap((index) => interactions[index] ?? [])
  const cassette = { format: 'go-vcr-2', path: '', interactions: listed }
  const nearest = findNearest(recording.request, [{ cassette, matcher, samples: { current: sampleOf(recording) } }])
  const index = nearest && candidates[nearest.index]
  if (index === undefined) return undefined
  return { index, recording, path: nearest?.results.flatMap(({ differences }) => differences)[0]?.path }
}
