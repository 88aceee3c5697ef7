import { interceptUpgrades } from '#upgrades'
import { watchRequests } from '../escape/watch-channels.ts'
import { sessionModules } from './node-modules.ts'
import { type Opening, prepareSession } from './prepare-session.ts'
import { PublicSession } from './public-session.ts'

/** Opens a cassette, and returns the session as the library itself uses it. */
export function createSession(opening: Opening): PublicSession {
  const session = new PublicSession(prepareSession(opening, sessionModules))
  watchRequests(session)
  interceptUpgrades(session)
  return session
}
