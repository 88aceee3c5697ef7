import type { Cassette, Interaction } from '../cassette.ts'
import type { HttpRequest } from '../http/http-request.ts'
import type { Difference, MatcherResult } from '../matcher/matcher.ts'
import type { RequestMatcher } from '../matcher/request-matcher.ts'

/** A cassette as the search for the nearest interaction needs it. */
export interface Searchable {
  readonly cassette: Cassette
  readonly matcher: RequestMatcher
}

/** An interaction, where it is, and how it compares. */
export interface Nearest<T extends Searchable> {
  readonly from: T
  readonly interaction: Interaction
  readonly index: number
  readonly verdicts: readonly MatcherResult[]
}

/** How many interactions are compared in depth: those with the most similar method and URL, and of them the most similar bytes. */
const DEPTH = 200

/**
 * Finds the recorded interaction that is most like a request: the one with the fewest aspects that differ, then with the
 * fewest differences, then the first.
 *
 * @param request the request that matched nothing
 * @param cassettes where to search
 */
export function findNearest<T extends Searchable>(
  request: HttpRequest,
  cassettes: readonly T[],
): Nearest<T> | undefined {
  const candidates = cassettes.flatMap((from) =>
    from.cassette.interactions.map((interaction, index) => ({ from, interaction, index })),
  )
  const likely = candidates
    .map((candidate) => ({ candidate, rank: rankAtSight(request, candidate.interaction.request) }))
    .sort((a, b) => a.rank - b.rank)
    .slice(0, DEPTH)
  let best: { nearest: Nearest<T>; score: number } | undefined
  for (const { candidate } of likely) {
    const verdicts = candidate.from.matcher.compare(candidate.interaction.request, request)
    const score = toScore(verdicts)
    if (!best || score < best.score) best = { nearest: { ...candidate, verdicts }, score }
  }
  return best?.nearest
}

function rankAtSight(request: HttpRequest, recorded: HttpRequest): number {
  const [path, query] = request.url.split('?', 2)
  const [recordedPath, recordedQuery] = recorded.url.split('?', 2)
  return (
    (request.method === recorded.method ? 0 : 4) +
    (path === recordedPath ? 0 : 2) +
    (query === recordedQuery ? 0 : 1) -
    likeness(request.body, recorded.body)
  )
}

/** Which part of two bodies is the same from their beginnings and from their ends, 0 to 1. */
function likeness(a: Uint8Array, b: Uint8Array): number {
  const shorter = Math.min(a.length, b.length)
  let prefix = 0
  while (prefix < shorter && a[prefix] === b[prefix]) prefix++
  let suffix = 0
  while (suffix < shorter - prefix && a[a.length - 1 - suffix] === b[b.length - 1 - suffix]) suffix++
  return (prefix + suffix) / Math.max(a.length, b.length, 1)
}

/** A request to another place is further off than any difference in the body; an impossible URL is the furthest. */
function toScore(verdicts: readonly MatcherResult[]): number {
  if (verdicts.length === 0) return Number.POSITIVE_INFINITY
  const scores = verdicts.map(({ matcher, differences }) =>
    matcher === 'body' ? sum(differences.map(toDistance)) : differences.length * 10_000,
  )
  return sum(scores)
}

/** What is on one side only counts more than what changed; text counts less the more of it is the same. */
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

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0)
}
