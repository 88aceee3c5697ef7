import type { PeerName } from './peers.ts'

/** A task for one library, which runs in its own process. */
export type PeerTask = {
  readonly kind: 'prepare' | 'first-answer' | 'requests' | 'probe'
  readonly peer: PeerName
  /** The folder of the recording. */
  readonly folder: string
  /** The number of interactions in the recording. The task requests the last one. */
  readonly interactions: number
  /** The number of events in each response. */
  readonly events: number
}

/** The CPU time to the first response of a process, in ms. */
export interface FirstAnswer {
  /** From before the imports until the response was read. */
  readonly ready: number
  /** From after the imports until the response was read. */
  readonly open: number
}

/** The cost of a request after warm-up. */
export interface Requests {
  /** The CPU time in ms. */
  readonly request: number
  /** The number of chunks in which a reader received the body. */
  readonly reads: number
}

/** How a library answers. */
export interface Probe {
  /** The size of the response in bytes. */
  readonly bytes: number
  /** The size of the recorded response in bytes. */
  readonly recorded: number
  /** Whether the response is the recorded one. */
  readonly content: 'same' | 'other'
  /** How a request whose body was never recorded was handled. */
  readonly unknown: 'refused' | 'answered' | 'network'
}
