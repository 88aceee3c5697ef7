import { afterEach, expect, test, vi } from 'vitest'
import { makeTempFolder } from '../../test/temp-folder.ts'
import { type FinishedRun, isRunRecorded, readRunRecords, writeRunRecord } from './run-records.ts'

afterEach(() => {
  vi.unstubAllEnvs()
})

const RUN: FinishedRun = {
  run: {
    tests: [{ testFile: '/p/a.test.ts', cassette: '/p/__cassettes__/a.test.ts/a.yaml', outcome: 'passed', usages: [] }],
    completeFiles: ['/p/a.test.ts'],
    opened: ['/p/b.yaml'],
    scope: 'all',
    root: '/p',
  },
  end: 'completed',
  folder: '/p',
}

test('each runner leaves a record for the command that waits for it', () => {
  const folder = makeTempFolder()
  vi.stubEnv('MSW_CASSETTE_RUN_RECORDS', folder)
  writeRunRecord(RUN)
  writeRunRecord(RUN)
  expect([isRunRecorded(), readRunRecords(folder)]).toEqual([true, [RUN, RUN]])
})

test('without such a command, nothing is written', () => {
  vi.stubEnv('MSW_CASSETTE_RUN_RECORDS', '')
  writeRunRecord(RUN)
  expect([isRunRecorded(), readRunRecords(makeTempFolder())]).toEqual([false, []])
})
