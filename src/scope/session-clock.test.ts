import { afterEach, expect, test, vi } from 'vitest'
import { buildCassette } from '../../test/build-cassette.ts'
import { createSession } from '../open/create-session.ts'
import type { CassetteOptions } from '../session/cassette-options.ts'
import type { Session } from '../session/session.ts'
import { enterScope, runInScope } from './active-sessions.ts'

const RealDate = globalThis.Date
const DAY = new RealDate('2025-01-02T03:04:05.678Z')
const OTHER_DAY = new RealDate('2024-05-06T07:08:09.000Z')

const sessions: Session[] = []
afterEach(() => {
  vi.useRealTimers()
  for (const session of sessions.splice(0)) session.end()
  expect(globalThis.Date).toBe(RealDate)
})

function open(recordedAt: Date | undefined, options: CassetteOptions = {}): Session {
  const { interactions, ...cassette } = buildCassette({})
  const source = {
    ...cassette,
    interactions: interactions.map((each) => ({ ...each, ...(recordedAt && { recordedAt }) })),
  }
  const session = createSession({ source, options: { mode: 'replay', clock: true, ...options }, saving: 'deferred' })
  sessions.push(session)
  return session
}

const isReal = (): boolean => Math.abs(Date.now() - RealDate.now()) < 60_000

test('Date is the time of the recording for the test, real outside of it, and the original class after it', async () => {
  const session = open(DAY)
  const seen = await runInScope(session, async () => {
    await new Promise((resolve) => setTimeout(resolve, 5))
    return [Date.now(), new Date().toISOString(), Date()]
  })
  expect(seen).toEqual([DAY.getTime(), DAY.toISOString(), DAY.toString()])
  expect(isReal()).toBe(true)
})

test('nothing but the current time of Date is replaced', () => {
  class Day extends Date {
    readonly kind = 'day'
  }
  const results = runInScope(open(DAY), () => {
    class FakedDay extends Date {
      readonly kind = 'faked'
    }
    return {
      given: [
        new Date(0).toISOString(),
        new Date(2020, 1, 2).getFullYear(),
        Date.UTC(2020, 0),
        Date.parse('2020-01-01'),
      ],
      classes: [new Date() instanceof Date, new Date() instanceof RealDate, new RealDate() instanceof Date],
      subclass: [new FakedDay().getTime(), new FakedDay().kind, new FakedDay() instanceof FakedDay],
      earlier: new Day().kind,
      performance: Math.abs(performance.timeOrigin + performance.now() - RealDate.now()) < 60_000,
    }
  })
  expect(results).toEqual({
    given: ['1970-01-01T00:00:00.000Z', 2020, 1577836800000, 1577836800000],
    classes: [true, true, true],
    subclass: [DAY.getTime(), 'faked', true],
    earlier: 'day',
    performance: true,
  })
})

test('concurrent tests each see their own time', async () => {
  const days = [DAY, OTHER_DAY, undefined]
  const seen = await Promise.all(
    days.map((day, index) =>
      runInScope(open(day ?? DAY, { clock: day !== undefined }), async () => {
        for (let turn = 0; turn < 3; turn++) await new Promise((resolve) => setTimeout(resolve, index))
        return isReal() ? 'real' : Date.now()
      }),
    ),
  )
  expect(seen).toEqual([DAY.getTime(), OTHER_DAY.getTime(), 'real'])
})

test('code that still runs after its session has ended sees the real time', async () => {
  const session = open(DAY)
  const late = runInScope(session, async () => {
    await new Promise((resolve) => setTimeout(resolve, 5))
    return isReal()
  })
  session.end()
  expect(await late).toBe(true)
})

test('a session that enters the scope of the process sets the time until it ends', () => {
  const session = open(DAY)
  enterScope(session)
  expect(Date.now()).toBe(DAY.getTime())
  session.end()
  expect(isReal()).toBe(true)
})

test('a second session in the same test has the same time or is refused', () => {
  const first = open(DAY)
  runInScope(first, () => {
    expect(runInScope(open(DAY), () => Date.now())).toBe(DAY.getTime())
    expect(() => open(OTHER_DAY)).toThrow('Set "clock" for one of them only.')
  })
})

test('fake timers of the test begin at its time, and their Date wins until they end', () => {
  runInScope(open(DAY), () => {
    vi.useFakeTimers()
    expect(Date.now()).toBe(DAY.getTime())
    vi.advanceTimersByTime(1000)
    expect(Date.now()).toBe(DAY.getTime() + 1000)
    vi.setSystemTime(OTHER_DAY)
    expect(Date.now()).toBe(OTHER_DAY.getTime())
    vi.useRealTimers()
    expect(Date.now()).toBe(DAY.getTime())
  })
})

test('fake timers that end after the session restore the real time', () => {
  const session = open(DAY)
  runInScope(session, () => vi.useFakeTimers())
  session.end()
  vi.useRealTimers()
  expect(isReal()).toBe(true)
  globalThis.Date = RealDate
})

test.each([
  ['fake timers', () => vi.useFakeTimers()],
  ['a system time', () => vi.setSystemTime(OTHER_DAY)],
])('%s that began before the test are refused', (_, fake) => {
  fake()
  expect(() => open(DAY)).toThrow('something has replaced Date before the test began')
  vi.useFakeTimers({ toFake: ['setTimeout'] })
  vi.useRealTimers()
  expect(runInScope(open(DAY), () => Date.now())).toBe(DAY.getTime())
})
