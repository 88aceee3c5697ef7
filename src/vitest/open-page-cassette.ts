import { commands } from 'vitest/browser'
import { CassetteError } from '../errors/errors.ts'
import { parseCassette } from '../format/parse-cassette.ts'
import { stringifyCassette } from '../format/stringify-cassette.ts'
import { sessionModules } from '../open/node-modules.ts'
import { PublicSession } from '../open/public-session.ts'
import { isDate } from '../platform/cross-realm.ts'
import { currentDefaults } from '../session/cassette-defaults.ts'
import type { CassetteOptions } from '../session/cassette-options.ts'
import type { Expires } from '../session/expiry.ts'
import { findClock } from '../session/find-clock.ts'
import { mergeOptions } from '../session/merge-options.ts'
import type { OpenedTestCassette } from './give-cassettes.ts'
import type { CommandError, CommandResult, OpenedFile } from './page-commands.ts'
import type { TestCassette } from './test-cassette.ts'

/**
 * Opens the cassette of a test that runs in a page. Vitest's main process reads the file, decides about the mode, and saves the
 * recordings.
 *
 * @throws CassetteError
 */
export async function openPageCassette({ file, naming, layers, ifMissing }: TestCassette): Promise<OpenedTestCassette> {
  const options = mergeOptions(currentDefaults(), ...layers)
  const { mode, expires, onExpired } = options
  const opened = unwrap(
    await commands.mswCassetteOpen({
      file,
      naming,
      ifMissing,
      ...(mode && { mode }),
      ...(expires && { expires: toText(expires) }),
      ...(onExpired && { onExpired }),
    }),
  )
  const session = createPageSession(opened, options)
  return {
    session,
    file: opened.file,
    unplayed: () => opened.unplayed,
    async save() {
      await session.save()
      const { recorded: interactions } = session
      if (interactions.length === 0) return
      const { allowSecrets = [] } = options
      const result = await commands.mswCassetteSave({
        file,
        recorded: stringifyCassette({ interactions }),
        allowSecrets: allowSecrets.map(({ source, flags }) => ({ source, flags })),
        ...(opened.replaces !== undefined && { replaces: opened.replaces }),
      })
      unwrap(result)
    },
  }
}

function createPageSession(
  { path, mode, policy, presence, text, replaces }: OpenedFile,
  options: CassetteOptions,
): PublicSession {
  const cassette = text === undefined ? { format: 'go-vcr-2', path, interactions: [] } : parseCassette(text, { path })
  const loaded = { cassette, presence, ...(replaces !== undefined && { text: replaces }) }
  const clock = findClock(loaded, policy, options)
  return new PublicSession({ loaded, mode, policy, options, clock, saving: 'deferred', modules: sessionModules })
}

function toText(expires: Expires): string {
  return isDate(expires) ? expires.toISOString() : expires
}

function unwrap<T>(result: CommandResult<T>): T {
  if ('error' in result) throw new MainProcessError(result.error)
  return result.value
}

/** An error of Vitest's main process. */
class MainProcessError extends CassetteError {
  override readonly name: string
  readonly code: string

  constructor({ name, code, message }: CommandError) {
    super(message)
    this.name = name
    this.code = code
  }
}
