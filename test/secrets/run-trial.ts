import { existsSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { type CassetteOptions, CassetteSecretError, openCassette, parseCassette } from 'msw-cassette'
import { brokenBody } from './broken-body.ts'
import { exchange } from './exchange.ts'
import { findSecret } from './find-secret.ts'
import type { Received, Step } from './places/place.ts'
import type { Trial } from './trials.ts'
import type { Upstream } from './upstream.ts'

/**
 * The result of a trial. `redacted` and `refused` are safe. `on the disk`: half of the secret or more is in the file. `in the
 * message`: an error shows it. `unreplayable`: the file is clean, but the same client gets a mismatch from it. `broken`: a body no
 * longer parses, or lost more than the secret. `failed`: another error.
 */
export type Outcome = 'redacted' | 'refused' | 'on the disk' | 'in the message' | 'unreplayable' | 'broken' | 'failed'

/** A trial with its result. */
export interface Result {
  readonly trial: Trial
  readonly outcome: Outcome
  /** The spelling on the disk, or the error. */
  readonly detail?: string
  /** Whether a client with another secret of the same kind gets the recording, too. */
  readonly otherSecret?: 'matches' | 'differs'
}

let count = 0

/** Records the secret in its place, searches the file, and replays it. */
export async function runTrial(trial: Trial, upstream: Upstream, folder: string): Promise<Result> {
  const file = join(folder, `${++count}.yaml`)
  const { place, input } = trial
  const variables = place.environment?.(input) ?? {}
  Object.assign(process.env, variables)
  try {
    return { trial, ...(await record(trial, upstream, file)) }
  } catch (error) {
    return { trial, outcome: 'failed', detail: String(error) }
  } finally {
    for (const name of Object.keys(variables)) delete process.env[name]
    rmSync(file, { force: true })
  }
}

type Findings = Omit<Result, 'trial'>

async function record(trial: Trial, upstream: Upstream, file: string): Promise<Findings> {
  const { place, input, secret } = trial
  const options: CassetteOptions = { ...place.options?.(input), hosts: [upstream.host] }
  const steps = place.steps(input)
  const session = openCassette(file, { ...options, mode: 'once' })
  const received = await exchange(session, upstream, steps)
  const error: unknown = await session.close().then(
    () => undefined,
    (reason: unknown) => reason,
  )
  const shown = error === undefined ? undefined : findInMessage(error, secret.cores)
  if (shown !== undefined) return { outcome: 'in the message', detail: shown }
  const found = existsSync(file) ? findSecret(readFileSync(file), secret.cores) : undefined
  if (found !== undefined) return { outcome: 'on the disk', detail: found }
  if (error instanceof CassetteSecretError) return { outcome: 'refused', detail: error.message }
  if (error !== undefined) return { outcome: 'failed', detail: String(error) }
  const broken = brokenBody(parseCassette(readFileSync(file)).interactions, steps, secret.text.length)
  if (broken !== undefined) return { outcome: 'broken', detail: broken }
  const mismatch = await replay(file, options, upstream, steps, received)
  if (mismatch !== undefined) return { outcome: 'unreplayable', detail: mismatch }
  const other = await replay(file, options, upstream, place.steps(trial.otherInput), received)
  return { outcome: 'redacted', otherSecret: other === undefined ? 'matches' : 'differs' }
}

function findInMessage(error: unknown, cores: readonly string[]): string | undefined {
  const text = `${String(error)}${JSON.stringify(error)}`
  return cores.some((core) => text.includes(core)) ? text : undefined
}

/** Plays the file to a client. Returns the mismatch, if there is one. */
async function replay(
  file: string,
  options: CassetteOptions,
  upstream: Upstream,
  steps: readonly Step[],
  recorded: readonly Received[],
): Promise<string | undefined> {
  const session = openCassette(file, { ...options, mode: 'replay' })
  try {
    const received = await exchange(session, upstream, steps)
    session.verify()
    const statuses = (list: readonly Received[]): string => list.map(({ status }) => status).join()
    return statuses(received) === statuses(recorded) ? undefined : `statuses ${statuses(received)}`
  } catch (error) {
    return String(error)
  } finally {
    await session.close().catch(() => undefined)
  }
}
