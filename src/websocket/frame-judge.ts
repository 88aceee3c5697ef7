import type { Interaction } from '../cassette.ts'
import type { Diagnosable } from '../diagnostics/diagnose.ts'
import type { CassetteMismatchError } from '../diagnostics/mismatch-error.ts'
import type { FrameOrder } from '../matcher/match-options.ts'

/** How many frames of the client a replay has received. */
export interface ConversationProgress {
  readonly received: number
  readonly recorded: number
}

/** The part of a session that judges the frames of clients. */
export interface FrameJudge extends Diagnosable {
  readonly options: { readonly match?: { readonly frames?: FrameOrder } }
  readonly log: {
    /** The conversations whose clients have not sent all recorded frames. */
    readonly unfinished: Map<Interaction, ConversationProgress>
    addMismatch(error: CassetteMismatchError): void
  }
  /** The parts that keys need. */
  readonly keyParts: {
    /** Returns undefined if there is nothing to wait for. */
    load(): Promise<unknown> | undefined
    readonly modules: {
      /** Tells whether a key equals a recorded one apart from credentials that are replaced there. */
      fitsPlaceholders(recorded: string, received: string): boolean
    }
  }
  /** Keeps an error that belongs to no request. */
  setFailure(error: unknown): void
}
