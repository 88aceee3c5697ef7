import { defineConfig, type UserWorkspaceConfig } from 'vitest/config'
import config from '../../vitest.config.ts'

const [msw3] = (config.test?.projects ?? []) as UserWorkspaceConfig[]

/** Only the tests beside the mutated files: they run in the process of their mutants, and most take milliseconds. */
export default defineConfig({
  ...msw3,
  test: { ...msw3?.test, include: [`${process.env.MUTATED}/**/*.test.ts`], testTimeout: 5_000, globalSetup: [] },
})
