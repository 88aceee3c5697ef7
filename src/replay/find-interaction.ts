import type { Interaction } from '../cassette.ts'
import type { HttpRequest } from '../http/http-request.ts'
import type { RequestMatcher } from '../matcher/request-matcher.ts'
import type { SketchRequest } from '../matcher/sketch-request.ts'
import { type Hooks, runHook } from '../options/hooks.ts'
import { REDACTED } from '../secret/redacted.ts'
import type { Claim, Player } from './player.ts'

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

/** The places to search. */
interface Searched {
  readonly player: Player
  readonly matcher: RequestMatcher
  readonly hooks: Hooks | undefined
  /** See `createSketch`. */
  readonly sketch?: SketchRequest | undefined
}

/** Finds the interactions that equal a request. The key of the request is computed once. */
export function findInteraction(request: HttpRequest, searched: Searched): InteractionSearch {
  const { player, matcher, hooks } = searched
  const key = matcher.key(request)
  const sketch = key?.includes(REDACTED) ? undefined : searched.sketch?.(request)
  const claimAgain = (claim: Claim | undefined): Claim | undefined => claim && beforeReplay(claim, hooks)
  return {
    claimUnplayed: () => (key === undefined ? undefined : firstKept(() => player.claimNext(key, sketch), hooks)),
    claimRepeat: () => (key === undefined ? undefined : claimAgain(player.claimRepeat(key, sketch))),
    claimFitting(fits) {
      if (key === undefined || player.hasKey(key, sketch)) return undefined
      const keys = player.placeholderKeys.filter((recorded) => fits(recorded, key))
      const unplayed = firstKept(() => firstOf(keys, (each) => player.claimNext(each)), hooks)
      return unplayed ?? claimAgain(firstOf(keys, (each) => player.claimRepeat(each)))
    },
  }
}

/** Claims a certain interaction, unless a hook drops it. */
export function claimAt(index: number, { player, hooks }: Pick<Searched, 'player' | 'hooks'>): Claim | undefined {
  return beforeReplay(player.claimAt(index), hooks)
}

function firstOf<T, R>(items: readonly T[], find: (item: T) => R | undefined): R | undefined {
  for (const item of items) {
    const found = find(item)
    if (found !== undefined) return found
  }
  return undefined
}

/**
 * Claims the next interaction of the file if its bytes equal those of the request: no other one can come before it, so no key
 * is needed. Tests mostly send requests in recorded order.
 */
export function claimInOrder(request: HttpRequest, { player, matcher, hooks }: Searched): Claim | undefined {
  const isRequested = (interaction: Interaction): boolean => matcher.hasEqualBytes(interaction.request, request)
  return firstKept(() => player.claimFirst(isRequested), hooks)
}

/** Claims until the hook keeps an interaction. */
function firstKept(claimNext: () => Claim | undefined, hooks: Hooks | undefined): Claim | undefined {
  for (let claim = claimNext(); claim; claim = claimNext()) {
    const kept = beforeReplay(claim, hooks)
    if (kept) return kept
  }
  return undefined
}

function beforeReplay(claim: Claim, hooks: Hooks | undefined): Claim | undefined {
  if (!hooks?.beforeReplay) return claim
  try {
    const interaction = runHook(hooks, 'beforeReplay', claim.interaction)
    return interaction && { ...claim, interaction }
  } catch (error) {
    claim.release()
    throw error
  }
}
