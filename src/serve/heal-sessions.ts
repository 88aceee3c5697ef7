import { describeCause } from '../errors/describe-cause.ts'
import type { Session } from '../session/session.ts'

/**
 * Ends the sessions in mode `heal`, and heals their cassettes if everything has passed. The others are not changed.
 *
 * @param outcome the result of the clients and of the sessions
 * @returns a message for each cassette that can't be healed
 */
export async function healSessions(sessions: readonly Session[], outcome: 'passed' | 'failed'): Promise<string[]> {
  const messages: string[] = []
  for (const session of sessions.filter(({ healing }) => healing)) {
    try {
      if (outcome === 'passed') await session.heal()
    } catch (error) {
      messages.push(describeCause(error))
    } finally {
      session.end()
    }
  }
  return messages
}
