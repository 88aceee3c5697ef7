import type { Interaction } from '../cassette.ts'
import type { HttpRequest } from '../http/http-request.ts'
import type { RequestMatcher } from '../matcher/request-matcher.ts'
import { type Hooks, runHook } from '../options/hooks.ts'
import type { Claim, Player } from './player.ts'

/** Looks for the interactions that a request equals. */
export interface Search {
  /** Claims the next of them that was not played yet. */
  next(): Claim | undefined
  /** Claims one of them again, where `repeat` or a client's retries allow it. */
  again(): Claim | undefined
}

/** What a search looks through. */
interface Searched {
  readonly player: Player
  readonly matcher: RequestMatcher
  readonly hooks: Hooks | undefined
}

/** Begins a search. The key of the request is computed once, and only where it is needed. */
export function createSearch(request: HttpRequest, { player, matcher, hooks }: Searched): Search {
  let known: string | undefined
  const keyed = (claim: (key: string) => Claim | undefined): Claim | undefined => {
    known ??= matcher.key(request)
    return known === undefined ? undefined : claim(known)
  }
  const isSame = (interaction: Interaction): boolean => matcher.hasEqualBytes(interaction.request, request)
  const claimNext = (): Claim | undefined => player.claimFirst(isSame) ?? keyed((key) => player.claimNext(key))
  return {
    next() {
      for (let claim = claimNext(); claim; claim = claimNext()) {
        const hooked = beforeReplay(claim, hooks)
        if (hooked) return hooked
      }
      return undefined
    },
    again() {
      const claim = keyed((key) => player.claimAgain(key))
      return claim && beforeReplay(claim, hooks)
    },
  }
}

function beforeReplay(claim: Claim, hooks: Hooks | undefined): Claim | undefined {
  try {
    const interaction = runHook(hooks, 'beforeReplay', claim.interaction)
    return interaction && { ...claim, interaction }
  } catch (error) {
    claim.release()
    throw error
  }
}
