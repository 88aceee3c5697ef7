import type { Difference, MatcherResult } from '../matcher/matcher.ts'

/** The facts about a request that no open cassette contains. Credentials are masked everywhere. */
export interface Mismatch {
  /** `already-played`: it is recorded, and each recording was played. `never-recorded`: no recording equals it. */
  readonly reason: 'never-recorded' | 'already-played'
  readonly request: { readonly method: string; readonly url: string }
  /** Given if the mismatch is a frame that the client of a WebSocket sent. */
  readonly clientFrame?: MismatchedFrame
  /** The open cassettes that were searched. */
  readonly cassettes: readonly SearchedCassette[]
  /** The recorded interaction that is most similar to the request; undefined if the cassettes are empty. */
  readonly nearest: NearestInteraction | undefined
  /** The differences from the nearest one. */
  readonly differences: readonly Difference[]
  /** Possible fixes, one sentence each. */
  readonly advice: readonly string[]
  /** Both requests in one shape, for a diff; undefined if nothing differs. */
  readonly comparison: { readonly recorded: unknown; readonly received: unknown } | undefined
}

/** A frame of a client, in a conversation whose handshake matched. */
export interface MismatchedFrame {
  /** Its number among the frames of the client, from 1. */
  readonly number: number
  /** How many frames the recorded client sent. */
  readonly recorded: number
}

/** A cassette that was searched for a request. */
export interface SearchedCassette {
  readonly path: string
  readonly mode: string
  readonly interactions: number
  readonly played: number
}

/** The interaction that is most similar to a request. */
export interface NearestInteraction {
  /** The path of its cassette. */
  readonly path: string
  /** Its index in the cassette, from 0. */
  readonly index: number
  /** Its line in the file, from 1; undefined if it is unknown. */
  readonly line: number | undefined
  readonly method: string
  readonly url: string
  /** The result of each matcher. */
  readonly results: readonly MatcherResult[]
  /** The number of recordings that equal it, itself included. */
  readonly recorded: number
}
