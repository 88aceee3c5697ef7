import { type Cassette, type Interaction, sampleOf } from '../cassette.ts'
import { contentOf, type HttpRequest } from '../http/http-request.ts'
import type { Difference, MatcherResult } from '../matcher/matcher.ts'
import type { RequestMatcher } from '../matcher/request-matcher.ts'
import { sum } from './sum.ts'

/** A cassette, as far as the search needs it. */
export interface Searchable {
  readonly cassette: Cassette
  readonly matcher: RequestMatcher
  /** The sample that is played; default: the first one. */
  readonly samples?: { readonly current: number }
}

/** The nearest interaction, its place, and its comparison with the request. */
export interface Nearest<T extends Searchable> {
  readonly from: T
  readonly interaction: Interaction
  readonly index: number
  readonly results: readonly MatcherResult[]
}

/** The number of interactions that are compared in depth: those with the most similar method, URL and bytes. */
const DEPTH = 200

/**
 * Finds the recorded interaction that is most similar to a request: the one in which the fewest aspects differ, then the one
 * with the fewest differences, then the first.
 *
 * @param request the request that matched nothing
 * @param cassettes the cassettes to search
 */
export function findNearest<T extends Searchable>(
  request: HttpRequest,
  cassettes: readonly T[],
): Nearest<T> | undefined {
  const candidates = cassettes.flatMap((from) =>
    from.cassette.interactions.flatMap((interaction, index) =>
      sampleOf(interaction) === (from.samples?.current ?? 0) ? [{ from, interaction, index }] : [],
    ),
  )
  const likely = candidates
    .map((candidate) => ({ candidate, rank: rankByBytes(request, candidate.interaction.request) }))
    .sort((a, b) => a.rank - b.rank)
    .slice(0, DEPTH)
  let best: { nearest: Nearest<T>; score: number } | undefined
  for (const { candidate } of likely) {
    const results = candidate.from.matcher.compare(candidate.interaction.request, request)
    const score = toScore(results)
    if (!best || score < best.score) best = { nearest: { ...candidate, results }, score }
  }
  return best?.nearest
}

function rankByBytes(request: HttpRequest, recorded: HttpRequest): number {
  const [path, query] = request.url.split('?', 2)
  const [recordedPath, recordedQuery] = recorded.url.split('?', 2)
  return (
    (request.method === recorded.method ? 0 : 4) +
    (path === recordedPath ? 0 : 2) +
    (query === recordedQuery ? 0 : 1) -
    similarity(contentOf(request), contentOf(recorded))
  )
}

/** The fraction of two bodies that is equal at their beginnings and ends, 0 to 1. */
function similarity(a: Uint8Array, b: Uint8Array): number {
  const shorter = Math.min(a.length, b.length)
  let prefix = 0
  while (prefix < shorter && a[prefix] === b[prefix]) prefix++
  let suffix = 0
  while (suffix < shorter - prefix && a[a.length - 1 - suffix] === b[b.length - 1 - suffix]) suffix++
  return (prefix + suffix) / Math.max(a.length, b.length, 1)
}

/** Another method or URL counts more than any difference in the body; an invalid URL counts most. */
function toScore(results: readonly MatcherResult[]): number {
  if (results.length === 0) return Number.POSITIVE_INFINITY
  const scores = results.map(({ matcher, differences }) =>
    matcher === 'body' ? sum(differences.map(toDistance)) : differences.length * 10_000,
  )
  return sum(scores)
}

/** A value on only one side counts more than a changed one. A changed text counts less the longer its common beginning is. */
function toDistance({ recorded, received }: Difference): number {
  if (recorded === undefined || received === undefined) return 3
  if (typeof recorded !== 'string' || typeof received !== 'string') return 1
  return 1 - commonPrefix(recorded, received) / Math.max(recorded.length, received.length)
}

function commonPrefix(a: string, b: string): number {
  let length = 0
  while (length < a.length && a[length] === b[length]) length++
  return length
}
