import type { CassetteSession } from '../open/public-session.ts'
import type { CassetteUsage } from '../runner/cassette-usage.ts'
import type { CassetteMatchers } from './matchers.ts'
import type { CassetteMeta, VitestCassetteOptions } from './test-cassette.ts'

declare module 'vitest' {
  interface TaskMeta {
    /** Gives the test, or all tests of a `describe`, a cassette: `true`, its name or path, or its options. */
    cassette?: CassetteMeta
    /** What became of it, for the report. */
    cassetteUsage?: CassetteUsage[]
    /** The paths of cassettes that were opened by hand: no test's own. */
    cassettesOpened?: string[]
  }
  interface TestContext {
    /** The session of the test's cassette; reading it fails where the test has none. */
    cassette: CassetteSession
  }
  interface ProvidedContext {
    'msw-cassette'?: VitestCassetteOptions
  }
  // As Vitest 5 declares it; Vitest 4 reads jest's, below.
  interface Matchers<R extends void | Promise<void> = void | Promise<void>, T = unknown> extends CassetteMatchers<R> {}
}

declare global {
  namespace jest {
    interface Matchers<R, T = object> extends CassetteMatchers<R> {}
  }
}
