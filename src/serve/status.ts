import { maskUrl } from '../secret/mask-url.ts'
import type { Session } from '../session/session.ts'

/** The state of a server as JSON, for tests in other languages. */
export interface ServedStatus {
  readonly cassettes: readonly ServedCassette[]
}

/** The state of one cassette. */
interface ServedCassette {
  readonly cassette: string
  readonly mode: string
  /** The number of interactions that were played, including those that were recorded. */
  readonly played: number
  readonly recorded: number
  /** The interactions that were never requested. */
  readonly unplayed: readonly { readonly method: string; readonly url: string; readonly line?: number }[]
  /** The messages of the requests that matched nothing. */
  readonly mismatches: readonly string[]
}

/** Summarizes sessions. */
export function toStatus(sessions: readonly Session[]): ServedStatus {
  return { cassettes: sessions.map(toServedCassette) }
}

function toServedCassette({ path, mode, played, recorded, unplayed, mismatches }: Session): ServedCassette {
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
