import { commands } from 'vitest/browser'
import { CassetteError } from '../errors/errors.ts'
import { parseCassette } from '../format/parse-cassette.ts'
import { stringifyCassette } from '../format/stringify-cassette.ts'
import type { HealWriter } from '../heal/heal-cassette.ts'
import { sessionModules } from '../open/node-modules.ts'
import { PublicSession } from '../open/public-session.ts'
import { isDate } from '../platform/cross-realm.ts'
import { currentDefaults } from '../session/cassette-defaults.ts'
import type { CassetteOptions } from '../session/cassette-options.ts'
import type { Expires } from '../session/expiry.ts'
import { findClock } from '../session/find-clock.ts'
import { createHealing, type HealingInit } from '../session/healing.ts'
import { mergeOptions } from '../session/merge-options.ts'
import type { OpenedTestCassette } from './give-cassettes.ts'
import type { CommandError, CommandResult, HealCommand, OpenedFile } from './page-commands.ts'
import type { TestCassette } from './test-cassette.ts'

/**
 * Opens the cassette of a test that runs in a page. Vitest's main process reads the file, decides about the mode, and saves the
 * recordings.
 *
 * @throws CassetteError
 */
export async function openPageCassette({ file, naming, layers, ifMissing }: TestCassette): Promise<OpenedTestCassette> {
  const options = mergeOptions(currentDefaults(), ...layers)
  const { mode, expires, onExpired, faults } = options
  const opened = unwrap(
    await commands.mswCassetteOpen({
      file,
      naming,
      ifMissing,
      ...(mode && { mode }),
      ...(expires && { expires: toText(expires) }),
      ...(onExpired && { onExpired }),
      ...(faults?.length && { faults: 'planned' }),
    }),
  )
  const allowSecrets = (options.allowSecrets ?? []).map(({ source, flags }) => ({ source, flags }))
  const session = createPageSession(opened, options, (heal) => healFile({ file, allowSecrets, opened }, heal))
  return {
    session,
    file: opened.file,
    unplayed: () => opened.unplayed,
    async save() {
      await session.save()
      const { recorded: interactions } = session
      // A session that heals saves its recordings when it is closed.
      if (interactions.length === 0 || session.healing) return
      const result = await commands.mswCassetteSave({
        file,
        recorded: stringifyCassette({ interactions }),
        allowSecrets,
        ...(opened.replaces !== undefined && { replaces: opened.replaces }),
      })
      unwrap(result)
    },
  }
}

function createPageSession(
  { path, mode, policy, presence, text, replaces }: OpenedFile,
  options: CassetteOptions,
  write: HealWriter,
): PublicSession {
  const cassette = text === undefined ? { format: 'go-vcr-2', path, interactions: [] } : parseCassette(text, { path })
  const loaded = { cassette, presence, ...(replaces !== undefined && { text: replaces }) }
  const clock = findClock(loaded, policy, options)
  const modules = { ...sessionModules, createHealing: (init: HealingInit) => createHealing(init, write) }
  return new PublicSession({ loaded, mode, policy, options, clock, saving: 'deferred', modules })
}

/** Heals a cassette in the main process. */
async function healFile(
  { opened, ...target }: Pick<HealCommand, 'file' | 'allowSecrets'> & { opened: OpenedFile },
  { plan: { replaced, removed, added } }: Parameters<HealWriter>[0],
): Promise<void> {
  const interactions = [...replaced.map(({ recording }) => recording), ...added]
  const result = await commands.mswCassetteHeal({
    ...target,
    loaded: opened.text ?? '',
    recorded: stringifyCassette({ interactions }),
    replaced: replaced.map(({ index }) => index),
    removed,
  })
  unwrap(result)
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
