import { CassetteOptionError } from '../errors/errors.ts'
import { isNativeDate } from '../platform/clock.ts'
import { globalSlot } from '../platform/global-slot.ts'
import { activeSessions } from './active-sessions.ts'

interface Clock {
  /** The class of the platform. */
  readonly original: DateConstructor
  /** The class that replaces it. */
  readonly replacement: DateConstructor
  /** The number of sessions that need it. */
  users: number
}

const slot = globalSlot<Clock>('clock/1')

/**
 * Replaces the global `Date`, and nothing else, until a session ends. It shows the time of the session to the code that the session's
 * test calls, and the real time to all other code, such as concurrent tests.
 *
 * @param time the time of the session
 * @param closing aborts when the session ends
 * @throws CassetteOptionError if the test has faked `Date`, or if another session shows another time to this test
 */
export function startClock(time: Date, closing: AbortSignal): void {
  const other = activeSessions().find(({ clock }) => clock && clock.getTime() !== time.getTime())?.clock
  if (other) throw new CassetteOptionError('clock', describeConflict(other, time))
  const clock = install()
  clock.users++
  closing.addEventListener('abort', () => release(clock), { once: true })
}

function install(): Clock {
  const known = slot.get()
  if (known && globalThis.Date === known.replacement) return known
  const { Date: original } = globalThis
  if (!isNativeDate(original)) throw new CassetteOptionError('clock', FAKED)
  const clock = { original, replacement: createDate(original), users: 0 }
  slot.set(clock)
  globalThis.Date = clock.replacement
  return clock
}

/** Fake timers that the test has started and not yet ended keep their `Date`, and later restore this one, which then shows the real time. */
function release(clock: Clock): void {
  clock.users--
  if (clock.users === 0 && globalThis.Date === clock.replacement) globalThis.Date = clock.original
}

/** A proxy: `instanceof Date`, subclasses and the static methods keep working. */
function createDate(original: DateConstructor): DateConstructor {
  const now = (): number => currentClock()?.getTime() ?? original.now()
  return new Proxy(original, {
    apply: () => new original(now()).toString(),
    construct: (target, args, newTarget) => Reflect.construct(target, args.length === 0 ? [now()] : args, newTarget),
    get: (target, key) => (key === 'now' ? now : Reflect.get(target, key)),
  })
}

/** The time of the innermost session with the option. A session that records shows the real time, also inside one that replays. */
function currentClock(): Date | undefined {
  return activeSessions().find(({ options, closing }) => options.clock && !closing.aborted)?.clock
}

function describeConflict(first: Date, second: Date): string {
  return (
    `Two cassettes with the option "clock" are active in the same test, and Date can't be both ${first.toISOString()} and ` +
    `${second.toISOString()}. Set "clock" for one of them only.`
  )
}

const FAKED =
  'The option "clock" can\'t set the time: something has replaced Date before the test began, such as vi.setSystemTime, ' +
  'vi.useFakeTimers in a setup file, or fakeTimers in the configuration of Jest. Let it leave Date alone, such as with ' +
  '{ toFake: [\'setTimeout\'] }, start it inside the test, or remove "clock".'
