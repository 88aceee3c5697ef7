import { setTimeout as wait } from 'node:timers/promises'
import { inspect } from 'node:util'
import type { Client, Route } from '../client.ts'
import type { Provider } from '../provider/start-provider.ts'
import { countTurns } from './count-turns.ts'
import { type Phase, RETRY, type Result, type Trial } from './trial.ts'
import { withSession } from './with-session.ts'

/** A call that takes longer hangs. In milliseconds. */
const LIMIT = 30_000
/** The pieces after which a client leaves its stream. */
const LEAVE_AFTER = 4
/** Between two looks at the provider, in milliseconds. */
const STEP = 20
/** The text of a mismatch, or the reason of a close. */
const MISMATCH = /No recorded interaction matches|msw-cassette: client frame/

interface Place {
  readonly client: Client
  readonly route: Route
  readonly phase: Phase
  readonly file: string
  readonly origin: string
  /** Undefined in a replay: there is no provider. */
  readonly provider: Provider | undefined
}

/** Runs one phase of a trial. */
export async function runTrial(trial: Trial, place: Place): Promise<Result> {
  const { client, route, phase, provider } = place
  const complaints: string[] = []
  const complain = (error: unknown) => void complaints.push(inspect(error, { depth: 0 }))
  for (const event of ['unhandledRejection', 'uncaughtException']) process.on(event, complain)
  const before = provider?.requests.length ?? 0
  const result = await withSession(place, async ({ session, target }) => {
    const counter = countTurns()
    const controller = new AbortController()
    const begin = performance.now()
    const onPiece = () => {
      if (counter.count() === LEAVE_AFTER && trial.leaves.includes(phase)) controller.abort()
    }
    // The provider refuses each of them once.
    const prompt = trial.name === RETRY ? `${trial.prompt} ${client.name} ${route}` : trial.prompt
    const seen = await limit(trial.call({ ...target, prompt, signal: controller.signal, onPiece })).then(
      (value) => ({ value: toText(value, target.base), text: 'nowhere' as const }),
      (error) => ({ error: toText(String(error), target.base), text: findText(error) }),
    )
    const milliseconds = Math.round(performance.now() - begin)
    if (trial.leaves.includes(phase)) await waitForEnd(provider)
    await session.close().catch(complain)
    complaints.push(...verify(session))
    const interactions = phase === 'record' ? session.recorded : session.played
    const { text, ...shown } = seen
    return {
      seen: shown,
      text,
      milliseconds,
      ...counter.stop(),
      statuses: interactions.map(({ response }) => response?.status ?? 0),
      unplayed: session.unplayed.length,
      mismatches: session.mismatches.length,
    }
  })
  // An error that nothing handles can come after the call.
  await wait(STEP)
  for (const event of ['unhandledRejection', 'uncaughtException']) process.off(event, complain)
  const ends = provider?.requests.slice(before).map(({ end }) => end) ?? []
  return { client: client.name, route, trial: trial.name, ...result, ends, complaints }
}

/** Waits until the provider notices that its client has left, or answered a request that went on. */
async function waitForEnd(provider: Provider | undefined): Promise<void> {
  for (let left = LIMIT; left > 0 && provider?.requests.at(-1)?.end === 'open'; left -= STEP) await wait(STEP)
}

function verify(session: { verify(): void; readonly mismatches: readonly unknown[] }): string[] {
  // They are counted instead.
  if (session.mismatches.length > 0) return []
  try {
    session.verify()
    return []
  } catch (error) {
    return [String(error)]
  }
}

async function limit(call: Promise<unknown>): Promise<unknown> {
  const { promise, reject } = Promise.withResolvers<never>()
  const timer = setTimeout(() => reject(new Error(`no result after ${LIMIT} ms`)), LIMIT)
  try {
    return await Promise.race([call, promise])
  } finally {
    clearTimeout(timer)
  }
}

function toText(value: unknown, base: string): string {
  return (JSON.stringify(value) ?? 'undefined').replaceAll(base, 'http://provider')
}

function findText(error: unknown): Result['text'] {
  const messages: string[] = []
  for (let each = error; each instanceof Error && messages.length < 6; each = each.cause) messages.push(each.message)
  if (MISMATCH.test(messages[0] ?? '')) return 'message'
  if (messages.some((message) => MISMATCH.test(message))) return 'cause'
  // The response of got's errors is hidden.
  const all = inspect(error, { depth: 6, maxStringLength: null, showHidden: true, getters: true })
  return MISMATCH.test(all) ? 'field' : 'nowhere'
}
