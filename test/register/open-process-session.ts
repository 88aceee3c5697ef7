import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { stringifyCassette } from 'msw-cassette'
import { onTestFinished, vi } from 'vitest'
import { sessionModules } from '../../src/open/node-modules.ts'
import { prepareSession } from '../../src/open/prepare-session.ts'
import { ProcessSession } from '../../src/register/process-session.ts'
import { type ProcessRole, type UsageEvent, UsageLog } from '../../src/register/usage-log.ts'
import type { CassetteOptions } from '../../src/session/cassette-options.ts'
import { buildCassette } from '../build-cassette.ts'
import { makeTempFolder } from '../temp-folder.ts'

/** The session of this process in an application, and the files by which the others take part in it. */
interface ProcessInApplication {
  readonly session: ProcessSession
  readonly log: UsageLog
  /** The absolute path of the cassette. */
  readonly file: string
  /** Adds the events of another process or worker thread. */
  addOther(pid: number, thread: number, ...events: UsageEvent[]): void
  /** The events of this process. */
  events(): UsageEvent[]
}

/**
 * Opens a cassette as `msw-cassette/register` does in one process of an application.
 *
 * @param urls those of its interactions; undefined for a cassette that does not exist
 */
export function openProcessSession(
  urls: readonly string[] | undefined,
  options: CassetteOptions = {},
  role: ProcessRole = 'child',
): ProcessInApplication {
  const folder = makeTempFolder()
  const application = mkdtempSync(join(folder, 'application-'))
  vi.stubEnv('MSW_CASSETTE_LOG_FOLDER', application)
  const log = UsageLog.open()
  Object.defineProperty(log, 'role', { value: role })
  const file = join(folder, 'a.yaml')
  if (urls) writeFileSync(file, stringifyCassette(buildCassette(...urls.map((url) => ({ url, response: 'hi' })))))
  const opening = {
    source: file,
    options: { mode: 'replay', ...options },
    saving: 'immediate',
    sharing: 'in-run',
  } as const
  const session = new ProcessSession(prepareSession(opening, sessionModules), log)
  onTestFinished(async () => {
    await session.close().catch(() => {})
    vi.unstubAllEnvs()
  })
  const toLines = (events: readonly UsageEvent[]): string =>
    events.map((event) => `${JSON.stringify(event)}\n`).join('')
  return {
    session,
    log,
    file,
    addOther: (pid, thread, ...events) => writeFileSync(join(application, `${pid}-${thread}.usage`), toLines(events)),
    events() {
      const text = readFileSync(join(application, `${process.pid}-0.usage`), 'utf8')
      return text
        .trimEnd()
        .split('\n')
        .map((line) => JSON.parse(line))
    },
  }
}
