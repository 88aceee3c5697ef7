import { maskUrl } from '../secret/mask-secrets.ts'
import type { Session } from '../session/session.ts'

/** The state of a session as JSON, for tests in other languages. */
export interface ServedStatus {
  readonly cassette: string
  readonly mode: string
  /** The number of interactions that were played, and those that were recorded among them. */
  readonly played: number
  readonly recorded: number
  /** The requests that were never sent. */
  readonly unplayed: readonly { readonly method: string; readonly url: string; readonly line?: number }[]
  /** The messages of the requests that matched nothing. */
  readonly mismatches: readonly string[]
}

/** Summarizes a session. */
export function toStatus({ path, mode, played, recorded, unplayed, mismatches }: Session): ServedStatus {
  return {
    cassette: path,
    mode,
    played: played.length,
    recorded: recorded.length,
    unplayed: unplayed.map(({ request: { method, url }, line }) => ({
      method,
      url: maskUrl(url),
      ...(line === undefined ? {} : { line }),
    })),
    mismatches: mismatches.map(({ message }) => message),
  }
}
