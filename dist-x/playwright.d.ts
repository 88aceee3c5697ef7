import type { CassetteSession } from './open/public-session.ts';
import type { CassetteOptions } from './session/cassette-options.ts';
/** The fixtures that `test` adds to Playwright's. */
export interface CassetteFixtures {
    /** The session of the test. It answers the requests of the Node process, not those of the browser. */
    readonly cassette: CassetteSession;
    /** The options of the cassette: `test.use({ cassetteOptions: { … } })`. Default `{}`. */
    readonly cassetteOptions: CassetteOptions;
    /** The name or path of the cassette: `test.use({ cassetteName: 'greeting' })`. Default: the name of the test. */
    readonly cassetteName: string | undefined;
}
/**
 * Playwright's `test` with a `cassette` fixture. Each test that uses the fixture gets a cassette that is named after the test,
 * `__cassettes__/<test file>/<name>.yaml`. It answers the requests of the test process, from `fetch`, `node:http` and SDKs. For
 * the requests of a page, use Playwright's `page.route`.
 *
 * @example
 * test('says hi', async ({ cassette }) => { … })
 */
export declare const test: import("@playwright/test").TestType<import("@playwright/test").PlaywrightTestArgs & import("@playwright/test").PlaywrightTestOptions & CassetteFixtures, import("@playwright/test").PlaywrightWorkerArgs & import("@playwright/test").PlaywrightWorkerOptions>;
export { expect } from '@playwright/test';
