import type { HeaderPair } from 'msw-cassette'

/** The response that a client got, or the reason why it got none. */
export type Outcome = Received | Failed

/** A response. Its headers have one character for each byte. */
export interface Received {
  readonly status: number
  readonly reason: string
  readonly headers: readonly HeaderPair[]
  readonly body: Uint8Array
}

interface Failed {
  readonly error: string
}

/** The outcomes of a run, by the id of the exchange. */
export type Outcomes = ReadonlyMap<string, Outcome>
