import { afterEach, expect, test, vi } from 'vitest'
import { RUN_FOLDER } from './recorded-files.ts'
import { unplayedVerdict, updateModeOf } from './unplayed-verdict.ts'

afterEach(() => {
  vi.unstubAllEnvs()
  vi.unstubAllGlobals()
})

test('the report judges shared cassettes, and with -u all of them; without a report, the test does', () => {
  const verdicts = () =>
    (['by-test', 'by-name'] as const).flatMap((naming) =>
      ['new', 'all'].map((update) => unplayedVerdict(naming, update)),
    )
  vi.stubEnv(RUN_FOLDER, '/tmp/run')
  expect(verdicts()).toEqual(['test', 'report', 'report', 'report'])
  vi.stubEnv(RUN_FOLDER, undefined)
  expect(verdicts()).toEqual(['test', 'test', 'test', 'test'])
})

test('the update mode of Jest comes from its global expect', () => {
  vi.stubEnv(RUN_FOLDER, '/tmp/run')
  vi.stubGlobal(
    'expect',
    Object.assign(() => {}, { getState: () => ({ snapshotState: { _updateSnapshot: 'all' } }) }),
  )
  expect(unplayedVerdict('by-test')).toBe('report')
  vi.stubGlobal(
    'expect',
    Object.assign(() => {}, { getState: () => undefined }),
  )
  expect(unplayedVerdict('by-test')).toBe('test')
  vi.stubGlobal('expect', undefined)
  expect(unplayedVerdict('by-test')).toBe('test')
})

test.each([
  [{ snapshotState: { snapshotUpdateState: 'all' } }, 'all'],
  [{ snapshotState: { _updateSnapshot: 'none' } }, 'none'],
  [{ snapshotState: null }, undefined],
  [{}, undefined],
])('the update mode in %j is %s', (state, mode) => {
  expect(updateModeOf(state)).toBe(mode)
})
