import type { PeerName } from './peers.ts'

/** What a process of its own does with one library. */
export type PeerTask = {
  readonly kind: 'prepare' | 'first-answer' | 'requests' | 'probe'
  readonly peer: PeerName
  /** Where the recording is. */
  readonly folder: string
  /** How many interactions it has; the last one is asked for. */
  readonly interactions: number
  /** How many events each answer has. */
  readonly events: number
}

/** What the first answer of a process took, in ms. */
export interface FirstAnswer {
  /** From before the imports until it was read. */
  readonly ready: number
  /** The same without the imports. */
  readonly open: number
}

/** What a warm request took. */
export interface Requests {
  /** In ms. */
  readonly request: number
  /** In how many pieces a reader saw the body. */
  readonly reads: number
}

/** How a library answers. */
export interface Probe {
  /** How many bytes the answer had, and how many were recorded. */
  readonly bytes: number
  readonly recorded: number
  readonly content: 'same' | 'other'
  /** What became of a request whose body was never recorded. */
  readonly unknown: 'refused' | 'answered' | 'network'
}
