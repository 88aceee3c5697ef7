import { beforeEach, expect, onTestFinished, test, vi } from 'vitest'
import type { PageClient } from './page-client.ts'

const URL_A = 'https://page.test/a'
/** A client's state is kept this long after its answer. */
const REPORT_MS = 1000

let watch: (url: string) => PageClient
let report: (entries: Partial<PerformanceEntry>[]) => void
let now = 0
const timers: { fire: () => void; delay: number }[] = []

/** A page whose browser reports the timing of resources when the test does. */
beforeEach(async () => {
  // Not the fakes of Vitest, which the clock of this library recognizes and avoids.
  timers.length = 0
  vi.stubGlobal('setTimeout', (fire: () => void, delay: number) => timers.push({ fire, delay }))
  vi.stubGlobal('performance', { now: () => now })
  class Observer {
    constructor(callback: (list: { getEntries(): unknown[] }) => void) {
      report = (entries) => callback({ getEntries: () => entries })
    }
    observe(): void {}
  }
  vi.stubGlobal('PerformanceObserver', Observer)
  onTestFinished(() => {
    vi.unstubAllGlobals()
  })
  now = 0
  vi.resetModules()
  const { watchPageClient } = await import('./page-client.ts')
  watch = watchPageClient
})

/** Starts watching a client whose request reached the handler at a time. */
function arriveAt(time: number, url = URL_A): PageClient {
  now = time
  return watch(url)
}

const entry = (startTime: number, end: number, more: object = {}): Partial<PerformanceEntry> => ({
  name: URL_A,
  startTime,
  duration: end - startTime,
  ...{ responseStatus: 0, responseStart: 0 },
  ...more,
})
const aborted = (...clients: PageClient[]): boolean[] => clients.map(({ signal }) => signal.aborted)

test('a request that ends without a response aborts its client', () => {
  const client = arriveAt(10)
  report([entry(5, 100)])
  expect(aborted(client)).toEqual([true])
  expect(client.signal.reason).toMatchObject({ name: 'AbortError', message: 'The client left before its answer.' })
})

test.each([
  ['with a status', entry(5, 100, { responseStatus: 200 })],
  ['whose response began, of another origin', entry(5, 100, { responseStart: 50 })],
  [
    'of an older browser, which reports no status',
    entry(5, 100, { responseStatus: undefined, responseStart: undefined }),
  ],
  ['to another URL', entry(5, 100, { name: 'https://page.test/b' })],
  ['that ended before the client arrived', entry(1, 9)],
  ['that began after the client arrived', entry(11, 100)],
])('a request %s is not that of the client', (_, other) => {
  const client = arriveAt(10)
  report([other])
  expect(aborted(client)).toEqual([false])
})

test('a client that was answered is not aborted by its own failure', () => {
  const client = arriveAt(10)
  client.release()
  report([entry(5, 100)])
  expect(aborted(client)).toEqual([false])
})

test('no client is taken for the one that left if two arrived at nearly the same time', () => {
  const clients = [arriveAt(10), arriveAt(20)]
  report([entry(5, 100)])
  expect(aborted(...clients)).toEqual([false, false])
  report([entry(6, 110)])
  expect(aborted(...clients)).toEqual([true, true])
})

test('the first of two clients that arrived far apart is that of the first request', () => {
  const clients = [arriveAt(10), arriveAt(200)]
  report([entry(5, 300)])
  expect(aborted(...clients)).toEqual([true, false])
  report([entry(150, 400)])
  expect(aborted(...clients)).toEqual([true, true])
})

test('a client that was answered long ago is forgotten, and what is left is certain', () => {
  const [first, second] = [arriveAt(10), arriveAt(20)]
  first.release()
  expect(timers.map(({ delay }) => delay)).toEqual([REPORT_MS])
  timers[0]?.fire()
  report([entry(15, 100)])
  expect(aborted(first, second)).toEqual([false, true])
})

test('the response of one client makes the failure of the other one certain', () => {
  const [first, second] = [arriveAt(10), arriveAt(20)]
  first.release()
  report([entry(5, 100, { responseStatus: 200 })])
  report([entry(6, 110)])
  expect(aborted(first, second)).toEqual([false, true])
})

test('each client of a page has its own signal, and different URLs do not affect each other', () => {
  const [a, b] = [arriveAt(10), arriveAt(10, 'https://page.test/b')]
  report([entry(5, 100, { name: 'https://page.test/b' })])
  expect(aborted(a, b)).toEqual([false, true])
})
