import type { JsonDifference } from '../json/json-differences.ts'
import type { NormalizedRequest } from './normalized-request.ts'

/** One place where two requests differ: `method`, `url.path`, `url.query.page`, `header.accept`, or a JSON path of the body. */
export type Difference = JsonDifference

/**
 * One aspect in which a request has to equal a recorded one.
 *
 * It is a key and not a predicate, so that looking a request up does not get slower as the cassette grows: the keys of
 * the recorded requests are computed once, at load, and a new matcher never asks for a new recording.
 */
export interface Matcher {
  /** Names the aspect in a mismatch, such as `body`. */
  readonly name: string
  /** Gives the same text for requests that are equal in this aspect, and for no others. */
  key(input: { request: NormalizedRequest }): string
  /** Says where two requests differ, for a mismatch; without it, their keys are shown. */
  differences?(input: { recorded: NormalizedRequest; received: NormalizedRequest }): readonly Difference[]
}
/** What one matcher says of two requests. */
export interface MatcherResult {
  readonly matcher: string
  /** Empty where the two are equal in this aspect. */
  readonly differences: readonly Difference[]
}
