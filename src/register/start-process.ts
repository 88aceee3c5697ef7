import { writeSync } from 'node:fs'
import { syncBuiltinESMExports } from 'node:module'
import { onExit } from 'signal-exit'
import { CassetteError } from '../errors/errors.ts'
import { watchRequests } from '../escape/watch-channels.ts'
import { listen } from '../msw/listen.ts'
import { sessionModules } from '../open/node-modules.ts'
import { prepareSession } from '../open/prepare-session.ts'
import { runAtExit, runTasks } from '../platform/at-exit.ts'
import { enterScope } from '../scope/active-sessions.ts'
import { judgeProcess } from './judge-process.ts'
import { ProcessSession } from './process-session.ts'
import { readSettings, type Settings } from './read-settings.ts'
import { UsageLog } from './usage-log.ts'

/**
 * Answers the requests of this process from the cassette that environment variables name, until it ends. Prints what is wrong
 * and ends the process if the cassette can't be opened.
 */
export function startProcess(): void {
  try {
    const settings = readSettings(process.env)
    const log = UsageLog.open()
    const session = openSession(settings, log)
    listen('every-test')
    // MSW replaces functions of node:http. This makes ES modules that import them by name get the new ones.
    syncBuiltinESMExports()
    enterScope(session)
    judgeAtEnd(session, log, settings)
  } catch (error) {
    if (!(error instanceof CassetteError)) throw error
    print([`[msw-cassette] ${error.message}`])
    process.exit(1)
  }
}

function openSession({ source, options }: Settings, log: UsageLog): ProcessSession {
  const opening = { source, options, saving: 'immediate', sharing: 'in-run' } as const
  const init = prepareSession(opening, sessionModules)
  // Child processes can have another working directory.
  if (init.loaded.file !== undefined) process.env.MSW_CASSETTE = init.loaded.file
  const session = new ProcessSession(init, log)
  watchRequests(session)
  return session
}

function judgeAtEnd(session: ProcessSession, log: UsageLog, { verdict }: Settings): void {
  const judge = (): void => {
    const { lines, status } = judgeProcess(session, log, { verdict, exitCode: Number(process.exitCode ?? 0) })
    print(lines)
    // The exit code of a worker thread would look like a failure of its own.
    if (log.role !== 'thread' && status === 'failed' && !process.exitCode) process.exitCode = 1
  }
  runAtExit(() => {
    session.endRecordings()
    // After the saves that are delayed.
    runAtExit(judge)
  })
  // A signal ends the process without the event `exit`. If the application handles it, so does it here.
  onExit((_, signal) => {
    if (!signal) return
    runTasks()
    if (process.exitCode) process.exit()
  })
}

/** Synchronously, because the process is about to end, and the standard error of a worker thread is asynchronous. */
function print(lines: readonly string[]): void {
  if (lines.length === 0) return
  try {
    writeSync(2, `${lines.join('\n')}\n`)
  } catch {
    // Nobody reads it any more.
  }
}
