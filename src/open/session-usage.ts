import { totalCalls } from '../llm/total-calls.ts'
import type { CallTotals } from '../runner/call-totals.ts'
import type { Session } from '../session/session.ts'

export { totalCalls }

/** The calls of a session. */
export interface SessionUsage {
  /** The calls that the cassette answered, and that were therefore not made. */
  readonly replayed: CallTotals
  /** The calls that were made and recorded. */
  readonly recorded: CallTotals
}

/** Totals the calls of a session so far. */
export async function readUsage({ cassette, plays, recorded }: Session): Promise<SessionUsage> {
  const replayed = cassette.interactions.flatMap((interaction, index) => {
    const count = plays[index] ?? 0
    return count > 0 ? [{ interaction, count }] : []
  })
  return {
    replayed: await totalCalls(replayed),
    recorded: await totalCalls(recorded.map((interaction) => ({ interaction, count: 1 }))),
  }
}
