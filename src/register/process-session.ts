import type { Interaction } from '../cassette.ts'
import { describeCause } from '../errors/describe-cause.ts'
import { sessionModules } from '../open/node-modules.ts'
import { PublicSession } from '../open/public-session.ts'
import { mayRecord } from '../options/mode.ts'
import type { Refusal, SessionInit } from '../session/session.ts'
import type { Use } from '../session/verify-session.ts'
import type { UsageLog } from './usage-log.ts'

/** The session of one process or worker thread of an application. It knows how the others have used the cassette. */
export class ProcessSession extends PublicSession {
  readonly #log: UsageLog
  readonly #file: string | undefined

  constructor(init: SessionInit, log: UsageLog) {
    super(init)
    this.#log = log
    this.#file = init.loaded.file
    // A server lives for a long time.
    this.limitLogs()
  }

  override play(...args: Parameters<PublicSession['play']>): ReturnType<PublicSession['play']> {
    const [{ index }] = args
    this.#log.add({ kind: 'played', index })
    return super.play(...args)
  }

  override logRequest(...args: Parameters<PublicSession['logRequest']>): void {
    if (super.use === 'unused') this.#log.add({ kind: 'used' })
    super.logRequest(...args)
  }

  override keepError<T extends Refusal>(list: T[], error: T): void {
    this.#log.add({ kind: 'failed', message: error.message })
    super.keepError(list, error)
  }

  override setFailure(error: unknown): void {
    this.#log.add({ kind: 'failed', message: describeCause(error) })
    super.setFailure(error)
  }

  /** The number of interactions that all processes have recorded. */
  get savedCount(): number {
    if (!mayRecord(this.policy) || this.#file === undefined || this.#log.others.length === 0)
      return this.recorded.length
    const { cassette } = sessionModules.loadCassette(this.#file, 'replay', 'empty')
    return cassette.interactions.length - this.cassette.interactions.length
  }

  override get use(): Use {
    return super.use === 'used' || this.#log.others.some(({ kind }) => kind === 'used') ? 'used' : 'unused'
  }

  override get plays(): readonly number[] {
    const plays = [...super.plays]
    for (const event of this.#log.others)
      if (event.kind === 'played') plays[event.index] = (plays[event.index] ?? 0) + 1
    return plays
  }

  /**
   * Each process plays the cassette from its beginning, so equal requests of two processes play the same interaction. As many plays
   * as there are equal interactions count for all of these.
   */
  override get unplayed(): Interaction[] {
    const { plays } = this
    const left = new Map<string | undefined, number>()
    const keys = this.cassette.interactions.map(({ request }) => this.matcher.key(request))
    for (const [index, key] of keys.entries()) left.set(key, (left.get(key) ?? 0) + 1 - (plays[index] ?? 0))
    const candidates = new Set(super.unplayed)
    return this.cassette.interactions.filter((interaction, index) => {
      const key = keys[index]
      if (!candidates.has(interaction) || plays[index]) return false
      const rest = left.get(key) ?? 0
      left.set(key, rest - 1)
      return key === undefined || rest > 0
    })
  }
}
