import { findNearest } from '../../diagnostics/find-nearest.ts'
import { createRequestMatcher } from '../../matcher/request-matcher.ts'
import type { SelectedCassette, SelectedInteraction } from '../select/select-cassettes.ts'

/** Two interactions that belong together; one of them is undefined if the other cassette has no such interaction. */
export interface Pair {
  readonly a?: SelectedInteraction
  readonly b?: SelectedInteraction
}

/** How many interactions are compared in depth to find the nearest one: a new recording nearly keeps the order. */
const WINDOW = 20

/**
 * Pairs each interaction of B with one of A: with the first one whose request is equal, otherwise with the most similar one to the same
 * address. The result has the order of B; interactions that only A has follow.
 */
export function pairInteractions(a: SelectedCassette, b: SelectedCassette): Pair[] {
  const matcher = createRequestMatcher()
  const rest = new Set(a.interactions)
  const equal = new Map<SelectedInteraction, SelectedInteraction>()
  const byKey = new Map<string | undefined, SelectedInteraction[]>()
  for (const recorded of a.interactions) {
    const key = matcher.key(recorded.interaction.request)
    const equals = byKey.get(key) ?? []
    byKey.set(key, equals)
    equals.push(recorded)
  }
  for (const received of b.interactions) {
    const key = matcher.key(received.interaction.request)
    const recorded = key === undefined ? undefined : byKey.get(key)?.shift()
    if (recorded) equal.set(received, recorded)
    if (recorded) rest.delete(recorded)
  }
  const pairs = b.interactions.map((received): Pair => {
    const recorded = equal.get(received) ?? nearest(received)
    if (!recorded) return { b: received }
    rest.delete(recorded)
    return { a: recorded, b: received }
  })
  return [...pairs, ...[...rest].map((recorded) => ({ a: recorded }))]

  function nearest({ interaction: { request } }: SelectedInteraction): SelectedInteraction | undefined {
    const address = addressOf(request)
    const candidates = [...rest]
      .filter(({ interaction }) => addressOf(interaction.request) === address)
      .slice(0, WINDOW)
    const interactions = candidates.map(({ interaction }) => interaction)
    const found = findNearest(request, [{ cassette: { ...a.cassette, interactions }, matcher }])
    return found && candidates[found.index]
  }
}

/** The method and the URL without its query. */
function addressOf({ method, url }: { method: string; url: string }): string {
  return `${method} ${url.split('?', 1)[0]}`
}
