import { appendFileSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { isMainThread, threadId } from 'node:worker_threads'
import { RUN_FOLDER } from '../runner/recorded-files.ts'
import { pathKind } from '../storage/read-folder.ts'

/** One event in a process or a worker thread. */
export type UsageEvent =
  | { readonly kind: 'used' }
  /** An interaction was played, by its index in the file. */
  | { readonly kind: 'played'; readonly index: number }
  /** A request was refused, or a function of the options failed. */
  | { readonly kind: 'failed'; readonly message: string }
  /** A request was sent to record it. */
  | { readonly kind: 'sent' }
  /** A request that was sent got no response. */
  | { readonly kind: 'unanswered' }
  /** Its process or thread has ended regularly, with this number of recordings. The main thread has printed all failures. */
  | { readonly kind: 'ended'; readonly recorded: number }

/** The events of one process or thread. */
interface OtherLog {
  readonly pid: number
  /** 0 for the main thread. */
  readonly thread: number
  readonly events: readonly UsageEvent[]
}

/** The part of an application: its first process, the main thread of another one, or a worker thread. */
export type ProcessRole = 'first' | 'child' | 'thread'

/** The environment variable with the folder of the logs. The first process of an application sets it. */
const LOG_FOLDER = 'MSW_CASSETTE_LOG_FOLDER'
const EXTENSION = '.usage'

/**
 * The use of a cassette by all processes and worker threads of an application. Each writes its events to a file of its own
 * immediately, because it can be killed at any time.
 */
export class UsageLog {
  readonly role: ProcessRole
  readonly #folder: string
  readonly #file: string

  private constructor(folder: string, role: ProcessRole) {
    this.role = role
    this.#folder = folder
    this.#file = `${process.pid}-${threadId}${EXTENSION}`
  }

  /** Joins the application that started this process, or begins a new one. */
  static open(): UsageLog {
    const { env } = process
    const known = env[LOG_FOLDER]
    if (!isMainThread && known) return new UsageLog(known, 'thread')
    if (known && isFolder(known)) return new UsageLog(known, 'child')
    const folder = mkdtempSync(join(tmpdir(), 'msw-cassette-app-'))
    env[LOG_FOLDER] = folder
    env[RUN_FOLDER] ??= folder
    return new UsageLog(folder, 'first')
  }

  add(event: UsageEvent): void {
    try {
      appendFileSync(join(this.#folder, this.#file), `${JSON.stringify(event)}\n`)
    } catch {
      // The application has ended, and its first process has removed the folder.
    }
  }

  /** The events of each other process and thread. */
  get others(): OtherLog[] {
    return this.#files
      .filter((file) => file !== this.#file)
      .map((file) => {
        const [pid, thread] = file.split('-')
        return { pid: Number(pid), thread: Number.parseInt(thread ?? '', 10), events: this.#read(file) }
      })
  }

  /** Removes the folder. */
  remove(): void {
    rmSync(this.#folder, { recursive: true, force: true })
  }

  get #files(): string[] {
    return isFolder(this.#folder) ? readdirSync(this.#folder).filter((file) => file.endsWith(EXTENSION)) : []
  }

  /** The last line is incomplete if its process was killed. */
  #read(file: string): UsageEvent[] {
    const lines = readFileSync(join(this.#folder, file), 'utf8').split('\n').slice(0, -1)
    return lines.map((line) => JSON.parse(line))
  }
}

function isFolder(path: string): boolean {
  return pathKind(path) === 'folder'
}
