import { existsSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { type Interaction, openCassette, parseCassette } from 'msw-cassette'
import { decompressBody } from '../decompress.ts'
import { exchange } from '../exchange.ts'
import type { Received, Step } from '../places/place.ts'
import type { Upstream } from '../upstream.ts'
import type { NormalTrial } from './normal-trials.ts'

/** `kept`: every byte. `altered` and `refused` are false alarms. `unreplayable`: the same client gets a mismatch. */
export type NormalOutcome = 'kept' | 'altered' | 'refused' | 'unreplayable'

/** A trial of content without a credential, with its result. */
export interface NormalResult {
  readonly trial: NormalTrial
  readonly outcome: NormalOutcome
  readonly detail?: string
}

let count = 0

/** Records the content and compares the file with it, byte by byte. */
export async function runNormalTrial(trial: NormalTrial, upstream: Upstream, folder: string): Promise<NormalResult> {
  const file = join(folder, `normal-${++count}.yaml`)
  const options = { ...trial.options, hosts: [upstream.host] }
  const session = openCassette(file, { ...options, mode: 'once' })
  try {
    const received = await exchange(session, upstream, trial.steps)
    await session.close()
    const { interactions } = parseCassette(readFileSync(file))
    const altered = findAlteration(interactions, trial.steps, upstream.origin, received)
    if (altered !== undefined) return { trial, outcome: 'altered', detail: altered }
  } catch (error) {
    return { trial, outcome: 'refused', detail: String(error) }
  }
  const replayed = openCassette(file, { ...options, mode: 'replay' })
  try {
    await exchange(replayed, upstream, trial.steps)
    replayed.verify()
    return { trial, outcome: 'kept' }
  } catch (error) {
    return { trial, outcome: 'unreplayable', detail: String(error) }
  } finally {
    await replayed.close().catch(() => undefined)
    if (existsSync(file)) rmSync(file)
  }
}

function findAlteration(
  interactions: readonly Interaction[],
  steps: readonly Step[],
  origin: string,
  received: readonly Received[],
): string | undefined {
  for (const [index, { request, answer }] of steps.entries()) {
    const saved = interactions[index] as Interaction
    const { path = '/v1/messages', body = '' } = typeof request === 'function' ? request([]) : request
    const given = Array.isArray(answer?.body)
      ? Buffer.concat(answer.body.map((piece) => Buffer.from(piece)))
      : answer?.body
    const alteration =
      differ('url', saved.request.url, origin + path) ??
      differ('request body', saved.request.body, body) ??
      differ('response body', saved.response.body, (given as string | Buffer | undefined) ?? '') ??
      saved.response.headers
        .map(([name, value]) => differ(name, value, received[index]?.headers.get(name) ?? value))
        .find((found) => found !== undefined)
    if (alteration !== undefined) return alteration
  }
  return undefined
}

/** A request can be stored decompressed. */
function differ(place: string, saved: string | Uint8Array, original: string | Uint8Array): string | undefined {
  const [a, b] = [Buffer.from(saved as string), Buffer.from(original as string)]
  if (a.equals(b) || (decompressBody(b)?.equals(a) ?? false)) return undefined
  let start = 0
  while (a[start] === b[start]) start++
  const excerpt = (bytes: Buffer): string => bytes.subarray(Math.max(0, start - 40), start + 60).toString()
  return `${place}: ${excerpt(b)} → ${excerpt(a)}`
}
