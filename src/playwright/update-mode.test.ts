import { afterEach, expect, test, vi } from 'vitest'
import { toUpdateMode } from './update-mode.ts'

afterEach(() => {
  vi.unstubAllEnvs()
})

test.each([
  ['changed', '', 'all'],
  ['all', 'true', 'all'],
  ['missing', '', 'new'],
  ['missing', 'true', 'none'],
  ['none', '', 'none'],
] as const)("%s with CI='%s' is %s", (updateSnapshots, ci, mode) => {
  vi.stubEnv('CI', ci)
  expect(toUpdateMode(updateSnapshots)).toBe(mode)
})
