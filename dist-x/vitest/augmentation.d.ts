import type { CassetteSession } from '../open/public-session.ts';
import type { CassetteUsage } from '../runner/cassette-usage.ts';
import type { CassetteMatchers } from './matchers.ts';
import type { CassetteMeta, ProvidedOptions } from './test-cassette.ts';
declare module 'vitest' {
    interface TaskMeta {
        /** The cassette of the test, or of each test of a `describe` block: `true`, its name or path, or its options. */
        cassette?: CassetteMeta;
        /** How the test used cassettes, for the report. */
        cassetteUsage?: CassetteUsage[];
        /** The paths of cassettes that were opened with `openCassette` or `fromCassette`. */
        cassettesOpened?: string[];
    }
    interface TestContext {
        /** The session of the test's cassette. Reading it throws an error if the test has no cassette. */
        cassette: CassetteSession;
    }
    interface ProvidedContext {
        'msw-cassette'?: ProvidedOptions;
    }
    interface Matchers<R extends void | Promise<void> = void | Promise<void>, T = unknown> extends CassetteMatchers<R> {
    }
}
declare global {
    namespace jest {
        interface Matchers<R, T> extends CassetteMatchers<R> {
        }
    }
}
