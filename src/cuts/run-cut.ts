import type { Fault } from '../faults/fault.ts'
import { tick } from '../platform/tick.ts'
import { runInScope } from '../scope/active-sessions.ts'
import type { CassetteOptions } from '../session/cassette-options.ts'
import type { Session } from '../session/session.ts'
import type { Cut } from './list-cuts.ts'

/** Runs the code under test. */
export interface Sweep<S extends Session> {
  open(options: CassetteOptions): S
  /** @param input the session, and a signal that aborts when the answer stalls */
  run(input: { readonly session: S; readonly signal: AbortSignal }): unknown
}

/** How the code under test ended. */
export type Outcome =
  | { readonly kind: 'returned'; readonly result: unknown }
  | { readonly kind: 'threw'; readonly error: unknown }

/** The macrotasks in which a client receives what arrived before a stall. */
const TICKS_BEFORE_ABORT = 10

/** Runs the code once, with one cut. */
export async function runCut<S extends Session>(
  { open, run }: Sweep<S>,
  cut: Cut,
): Promise<{ session: S; outcome: Outcome }> {
  const client = new AbortController()
  const leave = async (): Promise<void> => {
    await ticks()
    client.abort()
    await ticks()
    // Code that ignores the signal would wait forever.
    session.end()
  }
  const session = open({ faults: [toFault(cut, () => void leave())], onUnplayed: 'ignore' })
  const outcome = await settle(() => runInScope(session, async () => run({ session, signal: client.signal })))
  session.end()
  return { session, outcome }
}

function toFault({ at, kind, after }: Cut, onStall: () => void): Fault {
  return kind === 'abort' ? { at, stallAfter: after, onStall } : { at, cutAfter: after, cutAs: kind }
}

async function ticks(): Promise<void> {
  for (let count = 0; count < TICKS_BEFORE_ABORT; count++) await tick()
}

async function settle(run: () => Promise<unknown>): Promise<Outcome> {
  try {
    return { kind: 'returned', result: await run() }
  } catch (error) {
    return { kind: 'threw', error }
  }
}
