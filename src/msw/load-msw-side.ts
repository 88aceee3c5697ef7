import { createRequire } from 'node:module'
import type { HttpHandler } from 'msw'
import { CassetteSessionError } from '../errors/errors.ts'
import { globalSlot } from '../platform/global-slot.ts'
import type { Session } from '../session/session.ts'
import type { UnhandledPolicy } from './unhandled-policy.ts'

/** The part of the library that imports MSW. */
export interface MswSide {
  createHandler(session?: Session): HttpHandler
  listen(policy: UnhandledPolicy): () => void
}

const slot = globalSlot<MswSide>('msw-side/1')

/** Makes this part known to a setup that has loaded it anyway, and with it the copy of MSW that the tests use. */
export function provideMswSide(side: MswSide): void {
  slot.set(side)
}

/**
 * Loads MSW, and the part of the library that needs it, if that has not happened yet. It is synchronous, because a client can be in the
 * middle of a request.
 *
 * @param reason who needs MSW, for the error
 * @throws CassetteSessionError if MSW is not installed
 */
export function loadMswSide(reason: string): MswSide {
  return slot.get() ?? requireMswSide(reason)
}

function requireMswSide(reason: string): MswSide {
  try {
    // From the folder `dist/shared`, in which all code that several entry points share is bundled.
    return createRequire(import.meta.url)('../msw/msw-side.js')
  } catch (cause) {
    throw new CassetteSessionError(
      `${reason} needs MSW, and it can't be loaded: ${String(cause)}. Install it: npm install --save-dev msw.`,
    )
  }
}
