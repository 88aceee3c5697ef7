import type { Interaction } from '../cassette.ts'
import type { ConnectionClose, FrameData } from '../http/web-socket-end.ts'
import type { FrameOrder } from '../matcher/match-options.ts'

/** A frame of the client that the recording does not have in this place. */
export interface WrongFrame {
  readonly interaction: Interaction
  /** Its number among the frames of the client, from 1. */
  readonly number: number
  /** The recorded frame that was due; undefined if the client had no more frames to send. */
  readonly recorded: FrameData | undefined
  readonly received: FrameData
}

/** How the frames of a client are judged during a replay. */
export interface FrameRules {
  readonly order: FrameOrder
  /** Loads everything that a comparison needs. Returns undefined if there is nothing to wait for. */
  load(): Promise<unknown> | undefined
  /** Tells whether a frame equals a recorded one of a connection. */
  isEqual(recorded: FrameData, received: FrameData, url: string): boolean
  /** Keeps a wrong frame as a mismatch. Returns how to close the connection. */
  refuse(frame: WrongFrame): Promise<ConnectionClose>
  /** Called with the number of recorded frames of the client that have come so far. */
  onProgress(received: number): void
  /** Called if a function of the options threw. Returns how to close the connection. */
  fail(error: unknown): ConnectionClose
}
