import type { Interaction } from '../cassette.ts'
import type { HttpRequest } from '../http/http-request.ts'
import type { RequestMatcher } from '../matcher/request-matcher.ts'
import type { SketchRequest } from '../matcher/sketch-request.ts'
import { type Hooks, runHook } from '../options/hooks.ts'
import type { Claim, Player } from './player.ts'

/** The places to search. */
export interface Searched {
  readonly player: Player
  readonly matcher: RequestMatcher
  readonly hooks: Hooks | undefined
  /** See `createSketch`. */
  readonly sketch?: SketchRequest | undefined
}

/**
 * Claims the next interaction of the file if its bytes equal those of the request: no other one can come before it, so no key
 * is needed. Tests mostly send requests in recorded order.
 */
export function claimInOrder(request: HttpRequest, { player, matcher, hooks }: Searched): Claim | undefined {
  const isRequested = (interaction: Interaction): boolean => matcher.hasEqualBytes(interaction.request, request)
  return firstKept(() => player.claimFirst(isRequested), hooks)
}

/** Claims a certain interaction, unless a hook drops it. */
export function claimAt(index: number, { player, hooks }: Pick<Searched, 'player' | 'hooks'>): Claim | undefined {
  return beforeReplay(player.claimAt(index), hooks)
}

/** Claims until the hook keeps an interaction. */
export function firstKept(claimNext: () => Claim | undefined, hooks: Hooks | undefined): Claim | undefined {
  for (let claim = claimNext(); claim; claim = claimNext()) {
    const kept = beforeReplay(claim, hooks)
    if (kept) return kept
  }
  return undefined
}

/** Lets the hook change or drop a claimed interaction. */
export function beforeReplay(claim: Claim, hooks: Hooks | undefined): Claim | undefined {
  if (!hooks?.beforeReplay) return claim
  try {
    const interaction = runHook(hooks, 'beforeReplay', claim.interaction)
    return interaction && { ...claim, interaction }
  } catch (error) {
    claim.release()
    throw error
  }
}
