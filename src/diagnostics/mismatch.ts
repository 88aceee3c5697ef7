import type { Difference, MatcherResult } from '../matcher/matcher.ts'

/** Everything there is to say about a request that no open cassette holds. Credentials are masked throughout. */
export interface Mismatch {
  /** `already-played`: it is recorded, and each recording was played. `never-recorded`: no recording equals it. */
  readonly reason: 'never-recorded' | 'already-played'
  readonly request: { readonly method: string; readonly url: string }
  /** The open cassettes that were searched. */
  readonly cassettes: readonly SearchedCassette[]
  /** The recorded interaction that is most like the request; undefined where the cassettes are empty. */
  readonly nearest: NearestInteraction | undefined
  /** Where the nearest one differs. */
  readonly differences: readonly Difference[]
  /** What can be done about it, a sentence each. */
  readonly advice: readonly string[]
  /** Both requests in one shape, for a diff; undefined where nothing differs. */
  readonly comparison: { readonly recorded: unknown; readonly received: unknown } | undefined
}

/** A cassette that was searched for a request. */
export interface SearchedCassette {
  readonly path: string
  readonly mode: string
  readonly interactions: number
  readonly played: number
}

/** The interaction that is most like a request. */
export interface NearestInteraction {
  /** The path of its cassette. */
  readonly path: string
  /** Its place in the cassette, counted from 0. */
  readonly index: number
  /** Its line in the file, counted from 1, where that is known. */
  readonly line: number | undefined
  readonly method: string
  readonly url: string
  /** What each matcher says of it. */
  readonly verdicts: readonly MatcherResult[]
  /** How many recordings equal to it there are. */
  readonly recorded: number
}
