import { type Interaction, sampleOf } from '../cassette.ts'
import { describeCause } from '../errors/describe-cause.ts'
import { CassetteSaveError } from '../errors/errors.ts'
import { sessionModules } from '../open/node-modules.ts'
import { PublicSession } from '../open/public-session.ts'
import { mayRecord } from '../options/mode.ts'
import type { Reservation } from '../record/recorder.ts'
import type { SessionInit } from '../session/session-init.ts'
import { ProcessRequestLog } from './process-request-log.ts'
import type { UsageLog } from './usage-log.ts'

/** The session of one process or worker thread of an application. It knows how the others have used the cassette. */
export class ProcessSession extends PublicSession {
  override readonly log: ProcessRequestLog
  readonly #usage: UsageLog
  readonly #file: string | undefined

  constructor(init: SessionInit, usage: UsageLog) {
    super(init)
    this.#usage = usage
    this.#file = init.loaded.file
    this.log = new ProcessRequestLog(usage)
    // A server lives for a long time.
    this.log.limit()
  }

  override play(...args: Parameters<PublicSession['play']>): ReturnType<PublicSession['play']> {
    const [{ index }] = args
    this.#usage.add({ kind: 'played', index })
    return super.play(...args)
  }

  override reserve(): Reservation {
    const { record, release } = super.reserve()
    return {
      release,
      record: async (...args) => {
        this.#usage.add({ kind: 'sent' })
        try {
          return await record(...args)
        } catch (error) {
          this.#usage.add({ kind: 'unanswered' })
          throw error
        }
      },
    }
  }

  override setFailure(error: unknown): void {
    this.#usage.add({ kind: 'failed', message: describeCause(error) })
    super.setFailure(error)
  }

  /** Ends the recordings that are under way, because the process is about to end. Requests without a response are a failure. */
  override endRecordings(): number {
    const lost = super.endRecordings()
    const [requests, are] = lost === 1 ? ['request', 'is'] : ['requests', 'are']
    const message =
      `${lost} ${requests} had no response yet when the process ended, and ${are} not recorded into ${this.path}. Wait for the ` +
      'response before the process ends, and record again.'
    if (lost > 0) this.setFailure(new CassetteSaveError(this.path, message))
    return lost
  }

  /** The number of interactions that all processes have saved. */
  get savedCount(): number {
    if (!mayRecord(this.policy) || this.#file === undefined) return 0
    const { cassette } = sessionModules.loadCassette(this.#file, 'replay', 'empty')
    return cassette.interactions.length - this.cassette.interactions.length
  }

  /** Each other process that answered any request counts as one. */
  override get requestCount(): number {
    return (
      super.requestCount + this.#usage.others.filter(({ events }) => events.some(({ kind }) => kind === 'used')).length
    )
  }

  override get plays(): readonly number[] {
    const plays = [...super.plays]
    for (const event of this.#usage.others.flatMap(({ events }) => events))
      if (event.kind === 'played') plays[event.index] = (plays[event.index] ?? 0) + 1
    return plays
  }

  /**
   * Each process plays the cassette from its beginning, so equal requests of two processes play the same interaction. As many plays
   * as there are equal interactions count for all of these.
   */
  override get unplayed(): Interaction[] {
    const { plays } = this
    const { interactions } = this.cassette
    const keys = interactions.map(({ request }) => this.matcher.key(request))
    const missing = new Map<string | undefined, number>()
    for (const [index, interaction] of interactions.entries())
      if (sampleOf(interaction) === 0)
        missing.set(keys[index], (missing.get(keys[index]) ?? 0) + 1 - (plays[index] ?? 0))
    const candidates = new Set(super.unplayed)
    return interactions.filter((interaction, index) => {
      if (!candidates.has(interaction) || plays[index]) return false
      const count = missing.get(keys[index]) ?? 0
      missing.set(keys[index], count - 1)
      return keys[index] === undefined || count > 0
    })
  }
}
