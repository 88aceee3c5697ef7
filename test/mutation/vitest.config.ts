import { defineConfig, type UserWorkspaceConfig } from 'vitest/config'
import config from '../../vitest.config.ts'

const [msw3] = (config.test?.projects ?? []) as UserWorkspaceConfig[]
/** A part of a folder, such as `src/llm/exchange`, has the tests of the whole folder. */
const [folder = 'src'] = /^src\/[^/]+/.exec(process.env.MUTATED ?? '') ?? []

/** The tests of several modules together, by the folder that they test. All run in the process of their mutants. */
const ALSO: Readonly<Record<string, string>> = {
  'src/echo': 'test/echoes.test.ts',
  'src/heal': 'test/heal.test.ts',
  'src/record':
    'test/{samples,record/{clocks,existing-file,round-trip,saving},msw/{record,record-hooks,record-modes}}.test.ts',
  'src/samples': 'test/samples.test.ts',
  'src/secret': 'test/record/{secrets,secret-places,shared-credentials}.test.ts',
  'src/storage': 'test/record/{existing-file,saving}.test.ts',
}

/** The tests beside the mutated files, of which most take milliseconds, and these. */
export default defineConfig({
  ...msw3,
  test: {
    ...msw3?.test,
    include: [`${folder}/**/*.test.ts`, ...(ALSO[folder] ? [ALSO[folder]] : [])],
    // Instrumented code takes several times as long, in a proportion of its own.
    exclude: ['**/linear.test.ts'],
    globalSetup: [],
  },
})
