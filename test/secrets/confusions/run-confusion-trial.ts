import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { CassetteMismatchError, type CassetteSession, openCassette } from 'msw-cassette'
import { exchange } from '../exchange.ts'
import { jsonAnswer } from '../places/carriers.ts'
import type { SentRequest } from '../places/place.ts'
import type { Upstream } from '../upstream.ts'
import type { ConfusionTrial } from './confusion-trials.ts'

/** `answered`: a request that was never recorded gets the response of the other one. `swapped`: requests get each other's responses. */
export type ConfusionOutcome = 'distinct' | 'answered' | 'swapped' | 'failed'

/** A pair of requests with its result. */
export interface ConfusionResult {
  readonly trial: ConfusionTrial
  readonly outcome: ConfusionOutcome
  readonly detail?: string
}

let count = 0

/**
 * Records the first request and plays the second one, which must be a mismatch. Then records both and plays them in the other
 * order, in which each must get its own response.
 */
export async function runConfusionTrial(
  trial: ConfusionTrial,
  upstream: Upstream,
  folder: string,
): Promise<ConfusionResult> {
  const [first, second] = trial.requests
  try {
    const one = join(folder, `confusion-${++count}.yaml`)
    await play(one, 'once', [first], upstream)
    const mismatch: unknown = await play(one, 'replay', [second], upstream).catch((error: unknown) => error)
    if (!(mismatch instanceof CassetteMismatchError)) return { trial, outcome: 'answered', detail: String(mismatch) }
    const both = join(folder, `confusion-${++count}.yaml`)
    const recorded = await play(both, 'once', [first, second], upstream)
    const replayed = await play(both, 'replay', [second, first], upstream)
    for (const file of [one, both]) rmSync(file)
    return { trial, outcome: replayed.reverse().join() === recorded.join() ? 'distinct' : 'swapped' }
  } catch (error) {
    return { trial, outcome: 'failed', detail: String(error) }
  }
}

/** Sends the requests. A recorded response contains the number of its request. Throws at a mismatch. */
async function play(
  file: string,
  mode: 'once' | 'replay',
  requests: readonly SentRequest[],
  upstream: Upstream,
): Promise<string[]> {
  const session: CassetteSession = openCassette(file, { mode, hosts: [upstream.host], onUnplayed: 'ignore' })
  const steps = requests.map((request, number) => ({ request, answer: jsonAnswer({ number }) }))
  const received = await exchange(session, upstream, steps)
  session.verify()
  await session.close()
  return received.map(({ text }) => text)
}
