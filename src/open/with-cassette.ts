import { CassetteOptionError } from '../errors/errors.ts'
import { assertServerIntercepts } from '../msw/probe.ts'
import { isError } from '../platform/cross-realm.ts'
import { reportDiagnostic } from '../runner/report-diagnostic.ts'
import { reportUsage } from '../runner/report-usage.ts'
import { testSource } from '../runner/test-source.ts'
import { refuseWithoutHandlers } from '../scope/refuse-without-handlers.ts'
import { activeSessions, runInScope } from '../scope/scope.ts'
import type { CassetteOptions } from '../session/cassette-options.ts'
import type { CassetteSession } from '../session/cassette-session.ts'
import type { CassetteSource } from '../session/load-cassette.ts'
import type { Session } from '../session/session.ts'
import { createSession } from './open-cassette.ts'

type TestFunction<This, Args extends unknown[], Result> = (this: This, ...args: Args) => Result
type Wrapped<This, Args extends unknown[], Result> = TestFunction<This, Args, Promise<Awaited<Result>>>

/** What `withCassette` returns without a function: a decorator for a class method, in both dialects. */
export interface CassetteDecorator {
  /** Standard decorators. */
  <This, Args extends unknown[], Result>(
    method: TestFunction<This, Args, Result>,
    context: ClassMethodDecoratorContext,
  ): Wrapped<This, Args, Result>
  /** TypeScript's `experimentalDecorators`. */
  (target: object, name: string | symbol, descriptor: PropertyDescriptor): PropertyDescriptor
}

/**
 * Gives one test its cassette: opened when the test begins, visible to what the test calls and to no test that runs at
 * the same time, verified and closed when it ends. A mismatch fails the test even where its code swallowed the response;
 * an error of the test itself is never hidden.
 *
 * Requests are answered through a server that listens with `scopedCassettes()` or any other handler of this library.
 *
 * @param source a path, a `file:` URL, a parsed cassette or the text of one; or a name, without a slash or a dot, for the
 *   file `__cassettes__/<test file>/<name>.yaml` beside the test file; default: the name of the test, in runners that say
 *   it: Vitest, Jest, node:test and Playwright
 * @param options see `CassetteOptions`
 * @param fn the test; without it, a decorator is returned
 * @returns a function of the same arguments, for any test runner
 * @example
 * test('says hi', withCassette(async () => { … }))
 * @example
 * test('says hi', withCassette('fixtures/greeting.yaml', async () => { … }))
 * @example
 * class Greetings {
 *   @withCassette('fixtures/greeting.yaml')
 *   async saysHi() { … }
 * }
 */
export function withCassette<This, Args extends unknown[], Result>(
  fn: TestFunction<This, Args, Result>,
): Wrapped<This, Args, Result>
export function withCassette<This, Args extends unknown[], Result>(
  source: CassetteSource,
  fn: TestFunction<This, Args, Result>,
): Wrapped<This, Args, Result>
export function withCassette<This, Args extends unknown[], Result>(
  source: CassetteSource,
  options: CassetteOptions,
  fn: TestFunction<This, Args, Result>,
): Wrapped<This, Args, Result>
export function withCassette(source?: CassetteSource, options?: CassetteOptions): CassetteDecorator
export function withCassette(
  source?: CassetteSource | TestFunction<unknown, unknown[], unknown>,
  optionsOrFn: CassetteOptions | TestFunction<unknown, unknown[], unknown> = {},
  fn?: TestFunction<unknown, unknown[], unknown>,
): unknown {
  if (typeof source === 'function') return wrap(undefined, {}, source)
  if (typeof optionsOrFn === 'function') return wrap(source, {}, optionsOrFn)
  return fn ? wrap(source, optionsOrFn, fn) : decorate(source, optionsOrFn)
}

/** The session of the test that is running, inside of `withCassette`; undefined outside. */
export function currentSession(): CassetteSession | undefined {
  return activeSessions().find((session) => scoped.has(session))
}

const scoped = new WeakSet<Session>()

function decorate(source: CassetteSource | undefined, options: CassetteOptions) {
  return (target: object, context?: unknown, descriptor?: PropertyDescriptor): unknown => {
    if (typeof descriptor?.value === 'function') {
      return { ...descriptor, value: wrap(source, options, descriptor.value) }
    }
    if (isMethod(context)) return wrap(source, options, target as TestFunction<unknown, unknown[], unknown>)
    // A runner that got this instead of a test would find that it passed.
    throw new CassetteOptionError(
      'fn',
      'withCassette without a function is a decorator for a method. Give it the test: withCassette(source, options, fn).',
    )
  }
}

function isMethod(context: unknown): boolean {
  return typeof context === 'object' && context !== null && 'kind' in context && context.kind === 'method'
}

function wrap(
  source: CassetteSource | undefined,
  options: CassetteOptions,
  fn: TestFunction<unknown, unknown[], unknown>,
): unknown {
  // Rest parameters: runners that see a parameter wait for a done callback.
  async function wrapped(this: unknown, ...args: unknown[]): Promise<unknown> {
    const session = createSession(testSource(source, args), options, 'when-asked')
    scoped.add(session)
    refuseWithoutHandlers(session.path)
    await assertServerIntercepts()
    let outcome: 'passed' | 'failed' = 'failed'
    try {
      const result = await run(session, () => fn.apply(this, args))
      outcome = 'passed'
      return result
    } finally {
      reportDiagnostic(args, session, outcome)
      reportUsage(session, args, outcome)
    }
  }
  Object.defineProperty(wrapped, 'name', { value: fn.name })
  // Vitest reads from the text which fixtures a test takes.
  Object.defineProperty(wrapped, 'toString', { value: () => fn.toString() })
  return wrapped
}

async function run(session: Session, test: () => unknown): Promise<unknown> {
  try {
    const result = await runInScope(session, async () => test())
    session.verify()
    await session.close()
    return result
  } catch (error) {
    // Not close(): what a failing test recorded is not saved.
    session.end()
    explain(error, session)
    throw error
  }
}

/** The error of the test stays what it was; a mismatch that may be its reason becomes its cause. */
function explain(error: unknown, { mismatches: [mismatch] }: Session): void {
  if (isError(error) && error.cause === undefined && mismatch && error !== mismatch) error.cause = mismatch
}
