import { describeCause } from '../errors/describe-cause.ts'
import type { Session } from '../session/session.ts'

/**
 * Saves and verifies sessions.
 *
 * @returns a message for each session that has failures
 */
export async function verifySessions(sessions: readonly Session[]): Promise<string[]> {
  const messages = await Promise.all(sessions.map(verifySession))
  return messages.flatMap((message) => message ?? [])
}

async function verifySession(session: Session): Promise<string | undefined> {
  try {
    await session.save()
    session.verify()
    return undefined
  } catch (error) {
    return describeCause(error)
  }
}
