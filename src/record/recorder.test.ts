import { expect, test } from 'vitest'
import { buildCapture } from '../../test/build-capture.ts'
import { importWithClock } from '../../test/import-with-clock.ts'
import { CassetteSessionError } from '../errors/errors.ts'
import type { IncomingRequest } from '../http/incoming-request.ts'
import type { Capture } from './capture-exchange.ts'
import { Recorder } from './recorder.ts'

const toRequest = (url: string): IncomingRequest => ({
  method: 'GET',
  url,
  headers: new Headers(),
  body: new Uint8Array(),
  signal: new AbortController().signal,
})

interface Ongoing {
  /** Ends the exchange: completely, or cut short by the network. */
  end(outcome: 'complete' | 'cut'): void
  readonly signal: AbortSignal
}

/** A recorder whose exchanges the test ends. A request to `refused` fails. */
function createRecorder(Class = Recorder, sampled?: Promise<void>) {
  const ongoing: Record<string, Ongoing> = {}
  const completed: string[][] = []
  const recorder: Recorder = new Class({
    async send({ url }, { signal }) {
      if (url === 'refused') throw new TypeError('fetch failed')
      const captured = new Promise<Capture | undefined>((resolve) => {
        ongoing[url] = { signal, end: (outcome) => resolve(outcome === 'complete' ? buildCapture(url) : undefined) }
        signal.addEventListener('abort', () => resolve(buildCapture(`${url}, aborted`)))
      })
      return {
        response: new Response(url),
        captured,
        ...(sampled && { sampled }),
        soFar: () => buildCapture(`${url}, so far`),
        endNow: () => buildCapture(`${url}, ended`),
      }
    },
    onComplete: () => completed.push(urlsOf(recorder.take())),
  })
  return { recorder, ongoing, completed }
}

const urlsOf = (captures: readonly Capture[]): string[] => captures.map(({ interaction }) => interaction.request.url)

const settled = (): Promise<void> => new Promise((resolve) => setImmediate(resolve))

test('exchanges are taken in the order in which they were requested, up to the first one that is under way', async () => {
  const { recorder, ongoing, completed } = createRecorder()
  const [a, b, c] = [recorder.reserve(), recorder.reserve(), recorder.reserve()]
  await c.record(toRequest('c'), 'direct')
  await b.record(toRequest('b'), 'direct')
  expect(await ((await a.record(toRequest('a'), 'direct')) as Response).text()).toBe('a')
  ongoing.c?.end('complete')
  await settled()
  ongoing.a?.end('complete')
  await settled()
  ongoing.b?.end('complete')
  await settled()
  expect(completed).toEqual([[], ['a'], ['b', 'c']])
  expect(recorder.take()).toEqual([])
})

test('an exchange that the network cut short, that failed or whose place was freed does not hold up the others', async () => {
  const { recorder, ongoing, completed } = createRecorder()
  const [cut, refused, freed, complete] = [1, 2, 3, 4].map(() => recorder.reserve())
  await cut?.record(toRequest('cut'), 'direct')
  await complete?.record(toRequest('complete'), 'direct')
  ongoing.complete?.end('complete')
  await settled()
  await expect(refused?.record(toRequest('refused'), 'direct')).rejects.toThrow('fetch failed')
  freed?.release()
  freed?.release()
  ongoing.cut?.end('cut')
  await settled()
  expect(completed).toEqual([[], [], [], ['complete']])
  expect(recorder.failed).toBe(2)
})

test('a place can no longer be freed when its exchange is under way', async () => {
  const { recorder, ongoing, completed } = createRecorder()
  const place = recorder.reserve()
  await place.record(toRequest('a'), 'direct')
  place.release()
  expect(completed).toEqual([])
  ongoing.a?.end('complete')
  await settled()
  expect(completed).toEqual([['a']])
})

test('the answered exchanges are the complete ones and those that have a response, as far as it has arrived', async () => {
  const { recorder, ongoing } = createRecorder()
  const [a, b] = [recorder.reserve(), recorder.reserve(), recorder.reserve()]
  await a?.record(toRequest('a'), 'direct')
  await b?.record(toRequest('b'), 'direct')
  ongoing.b?.end('complete')
  await settled()
  expect(urlsOf(recorder.answered)).toEqual(['a, so far', 'b'])
})

test('settling waits for the exchanges that are under way', async () => {
  const { recorder, ongoing, completed } = createRecorder()
  await recorder.settle('abort')
  await recorder.reserve().record(toRequest('a'), 'direct')
  const wait = recorder.settle('abort')
  ongoing.a?.end('complete')
  await wait
  expect({ completed, aborted: ongoing.a?.signal.aborted }).toEqual({ completed: [['a']], aborted: false })
})

test('an exchange that takes longer than a second is kept, or aborted with the reason that the session was closed', async () => {
  const { recorder, ongoing, completed } = createRecorder()
  await recorder.reserve().record(toRequest('a'), 'direct')
  recorder.reserve()
  await recorder.settle('keep')
  expect({ completed, aborted: ongoing.a?.signal.aborted }).toEqual({ completed: [], aborted: false })
  await recorder.settle('abort')
  expect(completed.flat()).toEqual(['a, aborted'])
  expect(ongoing.a?.signal.reason).toEqual(
    new CassetteSessionError('The session was closed before this exchange had ended.'),
  )
})

test('ending now completes the exchanges that have a response, and counts those that have none', async () => {
  const { recorder, completed } = createRecorder()
  const [a] = [recorder.reserve(), recorder.reserve(), recorder.reserve()]
  await a.record(toRequest('a'), 'direct')
  void recorder.reserve().record(toRequest('b'), 'direct')
  expect({ lost: recorder.endNow(), completed: completed.flat() }).toEqual({ lost: 1, completed: ['a, ended'] })
  expect(recorder.endNow()).toBe(0)
})

test('settling waits for all exchanges that are under way, for at most a second, and leaves no timer', async () => {
  const { loaded, clock } = await importWithClock(() => import('./recorder.ts'))
  const { recorder, ongoing, completed } = createRecorder(loaded.Recorder)
  for (const url of ['a', 'b']) await recorder.reserve().record(toRequest(url), 'direct')
  let state: 'waiting' | 'settled' = 'waiting'
  const wait = recorder.settle('keep').then(() => {
    state = 'settled'
  })
  await settled()
  ongoing.a?.end('complete')
  await settled()
  expect({ state, completed, delays: clock.delays }).toEqual({ state: 'waiting', completed: [['a']], delays: [1_000] })
  ongoing.b?.end('complete')
  await wait
  expect({ completed, delays: clock.delays }).toEqual({ completed: [['a'], ['b']], delays: [] })
})

test('settling waits for samples as long as they take, and only then for a second', async () => {
  const { loaded, clock } = await importWithClock(() => import('./recorder.ts'))
  let finish = (): void => {}
  const sampled = new Promise<void>((resolve) => {
    finish = resolve
  })
  const { recorder, completed } = createRecorder(loaded.Recorder, sampled)
  await recorder.reserve().record(toRequest('a'), 'direct')
  const wait = recorder.settle('abort')
  await settled()
  expect(clock.delays).toEqual([])
  finish()
  await settled()
  expect(clock.end((ms) => ms === 1_000)).toEqual([1_000])
  await wait
  expect(completed).toEqual([['a, aborted']])
})
