import { afterEach, expect, test, vi } from 'vitest'
import { makeTempFolder } from '../../test/temp-folder.ts'
import { markRecorded, RUN_FOLDER, wasRecordedInThisRun } from './recorded-files.ts'

afterEach(() => {
  vi.unstubAllEnvs()
})

test('without a folder for the run, the process remembers the files that it recorded', () => {
  vi.stubEnv(RUN_FOLDER, undefined)
  const file = `${makeTempFolder()}/a.yaml`
  expect(wasRecordedInThisRun(file)).toBe(false)
  markRecorded(file)
  expect([wasRecordedInThisRun(file), wasRecordedInThisRun(`${file}.other`)]).toEqual([true, false])
})

test('with a folder for the run, all its processes and no other run see a recorded file', () => {
  const [run, other] = [makeTempFolder(), makeTempFolder()]
  vi.stubEnv(RUN_FOLDER, run)
  markRecorded('/app/__cassettes__/a.yaml')
  expect(wasRecordedInThisRun('/app/__cassettes__/a.yaml')).toBe(true)
  vi.stubEnv(RUN_FOLDER, other)
  expect(wasRecordedInThisRun('/app/__cassettes__/a.yaml')).toBe(false)
})
