import './augmentation.ts';
import type { Plugin } from 'vite';
import type { VitestCassetteOptions } from './test-cassette.ts';
export { cassetteDefaults } from '../session/cassette-defaults.ts';
export type { CassetteMatchers } from './matchers.ts';
export { type CassetteFixtures, test } from './test.ts';
export type { CassetteMeta, TestCassetteOptions, VitestCassetteOptions } from './test-cassette.ts';
/**
 * The Vitest plugin. `plugins: [cassettes()]` is the complete setup. A test gets a cassette with
 * `test(name, { meta: { cassette: true } }, …)`, and its session as `cassette` in the test context. At the end of the run the
 * plugin reports what was replayed and recorded, and which cassettes are obsolete. In browser mode it has no effect, except that a
 * test that requests a cassette fails.
 *
 * @param options default options for the cassettes of all tests; set functions with `cassetteDefaults`, since they can't be sent
 *   to workers
 * @returns a plugin for `plugins` of a Vitest configuration, at the root or in a project
 * @throws CassetteOptionError if an option is invalid
 */
export declare function cassettes(options?: VitestCassetteOptions): Plugin;
