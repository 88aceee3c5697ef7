// `msw-cassette/vitest` in a page, where there is no plugin.
export { cassetteDefaults } from '../session/cassette-defaults.ts'
export { test } from './test.ts'
