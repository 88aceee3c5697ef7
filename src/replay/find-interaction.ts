import type { HttpRequest } from '../http/http-request.ts'
import { REDACTED } from '../secret/redacted.ts'
import { beforeReplay, firstKept, type Searched } from './claim-in-order.ts'
import type { Claim } from './player.ts'

/** The interactions that equal one request. */
export interface InteractionSearch {
  /** Claims the next one that was not played yet. */
  claimUnplayed(): Claim | undefined
  /** Claims one of them again, if `repeat` or a client's retries allow it. */
  claimRepeat(): Claim | undefined
  /**
   * If none has the key of the request: claims one whose key differs only in replaced credentials.
   *
   * @param fits tells whether two keys are equal apart from credentials that are replaced in the first one
   */
  claimFitting(fits: (recorded: string, received: string) => boolean): Claim | undefined
}

/** Finds the interactions that equal a request. The key of the request is computed once. */
export function findInteraction(request: HttpRequest, searched: Searched): InteractionSearch {
  const { player, matcher, hooks } = searched
  const key = matcher.key(request)
  const sketchKey = key?.includes(REDACTED) ? undefined : () => searched.sketch?.(request)
  const claimAgain = (claim: Claim | undefined): Claim | undefined => claim && beforeReplay(claim, hooks)
  return {
    claimUnplayed: () => (key === undefined ? undefined : firstKept(() => player.claimNext(key, sketchKey), hooks)),
    claimRepeat: () => (key === undefined ? undefined : claimAgain(player.claimRepeat(key, sketchKey))),
    claimFitting(fits) {
      if (key === undefined || player.hasKey(key, sketchKey)) return undefined
      const keys = player.placeholderKeys.filter((recorded) => fits(recorded, key))
      const unplayed = firstKept(() => firstOf(keys, (each) => player.claimNext(each)), hooks)
      return unplayed ?? claimAgain(firstOf(keys, (each) => player.claimRepeat(each)))
    },
  }
}

function firstOf<T, R>(items: readonly T[], find: (item: T) => R | undefined): R | undefined {
  for (const item of items) {
    const found = find(item)
    if (found !== undefined) return found
  }
  return undefined
}
