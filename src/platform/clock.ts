import { builtin } from './builtin.ts'

// Everything is taken at import: a test that fakes the time later must not change a recording. Jest's `enableGlobally`, a setup file
// and a dynamic import can also fake it before. The fakes are then recognized and avoided.

const RealDate = isNativeDate(globalThis.Date) ? globalThis.Date : dateOfFreshRealm()
const { performance } = globalThis
const isFaked = !(isNativeDate(globalThis.Date) && isReal(globalThis.setTimeout) && isReal(performance.now))
// The libraries that fake `performance.now` and `process.hrtime` leave this one alone.
const uptime = isFaked ? globalThis.process?.uptime : undefined
const now = uptime ? () => uptime() * 1000 : performance.now.bind(performance)
const { setTimeout, clearTimeout }: Partial<Pick<typeof globalThis, 'setTimeout' | 'clearTimeout'>> =
  [globalThis, builtin('timers')].find((each) => each && isReal(each.setTimeout)) ?? {}

/** The real time in ms since 1970, even if a test fakes `Date`. */
export function currentTime(): number {
  // Not `Date.now`, which a spy can replace in place.
  return new RealDate().getTime()
}

/** The real time in ms since an arbitrary moment, even if a test fakes `performance`. It never goes back. */
export function elapsedTime(): number {
  return now()
}

/**
 * Calls a function after a real time, even if a test fakes the timers.
 *
 * @returns a function that cancels the call
 */
export function startTimer(callback: () => void, ms: number): () => void {
  if (setTimeout) {
    const timer = setTimeout(callback, ms)
    return () => clearTimeout?.(timer)
  }
  // No library fakes the timer of a signal.
  const signal = AbortSignal.timeout(ms)
  signal.addEventListener('abort', callback)
  return () => signal.removeEventListener('abort', callback)
}

/** Tells real timers from those of fake-timers (Vitest, Jest, sinon) and of Jest's legacy implementation. */
export function isReal(timer: object): boolean {
  return !('clock' in timer || '_isMockFunction' in timer)
}

/** Tells the real `Date` from a fake. A proxy of the real class is native code without a name. */
export function isNativeDate(date: unknown): boolean {
  return /^function Date\(\) \{\s*\[native code\]/.test(Function.prototype.toString.call(date))
}

function dateOfFreshRealm(): DateConstructor {
  try {
    return builtin('vm')?.runInNewContext('Date') ?? globalThis.Date
  } catch {
    return globalThis.Date
  }
}
