import { showsRefusal } from '../diagnostics/shows-refusal.ts'
import { CassetteOptionError } from '../errors/errors.ts'
import { isError } from '../platform/cross-realm.ts'
import { globalSlot } from '../platform/global-slot.ts'
import { rememberCaller } from '../runner/calling-file.ts'
import { judgeAtExit } from '../runner/judge-at-exit.ts'
import { hasDiagnostic, reportDiagnostic } from '../runner/report-diagnostic.ts'
import { reportUsage } from '../runner/report-usage.ts'
import { runningTest } from '../runner/running-test.ts'
import { testSource } from '../runner/test-source.ts'
import { unplayedVerdict } from '../runner/unplayed-verdict.ts'
import { activeSessions, runInScope } from '../scope/active-sessions.ts'
import type { CassetteOptions } from '../session/cassette-options.ts'
import { type CassetteSource, isCassette } from '../session/cassette-source.ts'
import type { Session } from '../session/session.ts'
import type { UnplayedVerdict } from '../session/verify-session.ts'
import type { Opening } from './prepare-session.ts'

type TestFunction<This, Args extends unknown[], Result> = (this: This, ...args: Args) => Result
type Wrapped<This, Args extends unknown[], Result> = TestFunction<This, Args, Promise<Awaited<Result>>>
type AnyTest = TestFunction<unknown, unknown[], unknown>

/** The result of `withCassette` without a function: a decorator for a class method, in both dialects. */
export interface CassetteDecorator {
  /** Standard decorators. */
  <This, Args extends unknown[], Result>(
    method: TestFunction<This, Args, Result>,
    context: ClassMethodDecoratorContext,
  ): Wrapped<This, Args, Result>
  /** TypeScript's `experimentalDecorators`. */
  (target: object, name: string | symbol, descriptor: PropertyDescriptor): PropertyDescriptor
}

/** The forms of `withCassette`. */
export interface WithCassette {
  <This, Args extends unknown[], Result>(fn: TestFunction<This, Args, Result>): Wrapped<This, Args, Result>
  <This, Args extends unknown[], Result>(
    source: CassetteSource,
    fn: TestFunction<This, Args, Result>,
  ): Wrapped<This, Args, Result>
  <This, Args extends unknown[], Result>(
    options: CassetteOptions,
    fn: TestFunction<This, Args, Result>,
  ): Wrapped<This, Args, Result>
  <This, Args extends unknown[], Result>(
    source: CassetteSource,
    options: CassetteOptions,
    fn: TestFunction<This, Args, Result>,
  ): Wrapped<This, Args, Result>
  (source?: CassetteSource, options?: CassetteOptions): CassetteDecorator
  (options: CassetteOptions): CassetteDecorator
}

/** The entry point for which `withCassette` is created. */
interface Entry {
  createSession(opening: Opening): Session
  /** Refuses to begin a test whose requests would not reach its session. */
  assertReachable(session: Session): Promise<void>
}

/** The sessions of tests, as opposed to those that a test has opened. */
const testSessions = globalSlot<WeakSet<Session>>('test-sessions/1')

/**
 * Finds the session of the running test.
 *
 * @param hasEntryPoint tells whether a session belongs to the entry point
 */
export function findTestSession<S extends Session>(hasEntryPoint: (session: Session) => session is S): S | undefined {
  return activeSessions()
    .filter((session) => testSessions.get()?.has(session))
    .find(hasEntryPoint)
}

/** Creates `withCassette` for an entry point. */
export function createWithCassette(entry: Entry): WithCassette {
  function wrap(source: CassetteSource | undefined, options: CassetteOptions, fn: AnyTest): unknown {
    const definedIn = rememberCaller(withCassette)
    // Rest parameters: a runner that sees a parameter waits for a done callback.
    async function wrapped(this: unknown, ...args: unknown[]): Promise<unknown> {
      const session = entry.createSession({
        source: testSource(source, [...args, this], definedIn),
        options,
        saving: 'deferred',
      })
      testSessions.getOrCreate(() => new WeakSet()).add(session)
      await entry.assertReachable(session)
      let outcome: 'passed' | 'failed' = 'failed'
      try {
        const isShared = source !== undefined && session.path !== '<text>' && hasDiagnostic(args[0])
        const naming = source === undefined ? 'by-test' : 'by-name'
        const unplayed = isShared ? 'report' : unplayedVerdict(naming, runningTest()?.update)
        const result = await runTest(session, unplayed, () => fn.apply(this, args))
        if (isShared) judgeAtExit(session)
        outcome = 'passed'
        return result
      } finally {
        reportDiagnostic(args, session, outcome)
        reportUsage(session, args, outcome)
      }
    }
    Object.defineProperty(wrapped, 'name', { value: fn.name })
    // Vitest reads from the text which fixtures a test uses.
    Object.defineProperty(wrapped, 'toString', { value: () => fn.toString() })
    return wrapped
  }

  function decorate(source: CassetteSource | undefined, options: CassetteOptions) {
    return (target: object, context?: unknown, descriptor?: PropertyDescriptor): unknown => {
      if (typeof descriptor?.value === 'function') {
        return { ...descriptor, value: wrap(source, options, descriptor.value) }
      }
      if (isMethod(context)) return wrap(source, options, target as AnyTest)
      // A runner that received this instead of a test would report that it passed.
      throw new CassetteOptionError(
        'fn',
        'withCassette without a function is a decorator for a method. Give it the test: withCassette(source, options, fn).',
      )
    }
  }

  function withCassette(
    source?: CassetteSource | CassetteOptions | AnyTest,
    optionsOrFn: CassetteOptions | AnyTest = {},
    fn?: AnyTest,
  ): unknown {
    if (typeof source === 'function') return wrap(undefined, {}, source)
    if (isOptions(source))
      return typeof optionsOrFn === 'function' ? wrap(undefined, source, optionsOrFn) : decorate(undefined, source)
    if (typeof optionsOrFn === 'function') return wrap(source, {}, optionsOrFn)
    return fn ? wrap(source, optionsOrFn, fn) : decorate(source, optionsOrFn)
  }

  return withCassette as WithCassette
}

/** A URL can be from another realm. */
function isOptions(source: unknown): source is CassetteOptions {
  const isPlain = typeof source === 'object' && source !== null && !Array.isArray(source) && !ArrayBuffer.isView(source)
  return isPlain && !isCassette(source) && !('href' in source)
}

function isMethod(context: unknown): boolean {
  return typeof context === 'object' && context !== null && 'kind' in context && context.kind === 'method'
}

async function runTest(session: Session, unplayed: UnplayedVerdict, test: () => unknown): Promise<unknown> {
  try {
    const result = await runInScope(session, async () => test())
    session.verify({ unplayed, requestedBy: 'test' })
    await session.close()
    return result
  } catch (error) {
    // Not close(): the recordings of a failing test are discarded.
    session.end()
    addCause(error, session)
    throw error
  }
}

/**
 * Keeps the error of the test, and adds the refusal of a request, which possibly explains it, at the end of its causes. Some clients have a cause that
 * is not an error, such as `{}`, which is replaced.
 */
function addCause(error: unknown, { log }: Session): void {
  const chain = chainOf(error)
  const last = chain.at(-1)
  const refusal = log.refusals.find((each) => !showsRefusal(chain, each))
  if (!refusal || !last || last === refusal || isAggregate(last, refusal)) return
  try {
    last.cause = refusal
  } catch {
    // A frozen error.
  }
}

/** An error and its causes. A longer chain than this has a cycle. */
function chainOf(error: unknown): Error[] {
  const chain: Error[] = []
  for (let each = error; isError(each) && chain.length < 20; each = each.cause) chain.push(each)
  return chain
}

/** Detects the error that `verify()` throws for several refusals. */
function isAggregate(error: Error, refusal: Error): boolean {
  return 'errors' in error && Array.isArray(error.errors) && error.errors.includes(refusal)
}
