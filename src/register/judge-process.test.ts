import { existsSync } from 'node:fs'
import { dirname } from 'node:path'
import { expect, test } from 'vitest'
import { openProcessSession } from '../../test/register/open-process-session.ts'
import { startServer } from '../../test/start-server.ts'
import { judgeProcess } from './judge-process.ts'

const [A, B] = ['https://api.test/a', 'https://api.test/b']
const END = { verdict: 'fail', exitCode: 0 } as const
/** The report about one played interaction. */
const REPLAYED = ['  Cassettes  1 replayed', '             1 call not made']
const UNPLAYED = expect.stringMatching(/^\[msw-cassette\] 1 of 2 interactions of .*a\.yaml were never requested:/s)
const REFUSED = expect.stringMatching(/^\[msw-cassette\] No recorded interaction matches GET https:\/\/api\.test\/c\n/)

test('an application that played everything in any of its processes passes', async () => {
  const { session, log, addOther } = openProcessSession([A, B], {}, 'first')
  await session.fetch(A)
  addOther(12, 0, { kind: 'used' }, { kind: 'played', index: 1 }, { kind: 'ended', recorded: 0 })
  const folder = String(process.env.MSW_CASSETTE_LOG_FOLDER)
  const lines = ['  Cassettes  1 replayed', '             2 calls not made']
  expect(judgeProcess(session, log, END)).toEqual({ lines, status: 'passed' })
  expect({ folder: existsSync(folder), parent: existsSync(dirname(folder)) }).toEqual({ folder: false, parent: true })
})

test.each([
  ['fail', 0, [UNPLAYED], 'failed'],
  ['warn', 0, [UNPLAYED], 'passed'],
  ['fail-on-mismatch', 0, [], 'passed'],
  // The program failed for another reason, and possibly before it requested everything.
  ['fail', 3, [], 'passed'],
] as const)(
  'with %s and the exit code %i, an unplayed interaction is judged',
  async (verdict, exitCode, lines, status) => {
    const { session, log } = openProcessSession([A, B], {}, 'first')
    await session.fetch(A)
    expect(judgeProcess(session, log, { verdict, exitCode })).toEqual({ lines: [...REPLAYED, ...lines], status })
  },
)

test.each([
  ['fail-on-mismatch', 'failed'],
  ['warn', 'passed'],
] as const)('with %s, a refused request is printed once, and the application has %s', async (verdict, status) => {
  const { session, log } = openProcessSession([A], {}, 'first')
  await session.fetch('https://api.test/c')
  expect(judgeProcess(session, log, { verdict, exitCode: 1 })).toEqual({ lines: [REFUSED], status })
})

test('an application that sent nothing fails, with the settings to change', () => {
  const { session, log } = openProcessSession(undefined, { mode: 'once' }, 'first')
  expect(judgeProcess(session, log, END)).toEqual({
    lines: [expect.stringContaining('NODE_OPTIONS="--import msw-cassette/register".')],
    status: 'failed',
  })
})

test('a child process prints its refusals, and leaves unplayed interactions to the first process', async () => {
  const { session, log, events } = openProcessSession([A, B])
  await session.fetch('https://api.test/c')
  expect(judgeProcess(session, log, END)).toEqual({ lines: [REFUSED], status: 'failed' })
  expect(events().at(-1)).toEqual({ kind: 'ended', recorded: 0 })
})

test('a worker thread prints nothing, and notes its failures for its main thread', async () => {
  const { session, log, events } = openProcessSession([A], {}, 'thread')
  await session.fetch('https://api.test/c')
  expect(judgeProcess(session, log, END)).toEqual({ lines: [], status: 'passed' })
  const failed = { kind: 'failed', message: expect.stringMatching(/^No recorded interaction matches /) }
  const kept = events().filter(({ kind }) => kind !== 'used')
  expect(new Set(kept.map(({ kind }) => kind))).toEqual(new Set(['failed', 'ended']))
  expect(kept[0]).toEqual(failed)
})

test('the main thread prints the failures of its worker threads', () => {
  const { session, log, addOther } = openProcessSession([A])
  addOther(process.pid, 3, { kind: 'failed', message: 'The worker failed.' }, { kind: 'ended', recorded: 0 })
  addOther(12, 0, { kind: 'failed', message: 'Another process failed.' })
  expect(judgeProcess(session, log, END)).toEqual({ lines: ['[msw-cassette] The worker failed.'], status: 'failed' })
})

test('the first process prints the failures of killed processes, and fails with those that printed theirs', async () => {
  const { session, log, addOther } = openProcessSession([A], {}, 'first')
  await session.fetch(A)
  addOther(12, 0, { kind: 'failed', message: 'Killed.' })
  addOther(13, 0, { kind: 'failed', message: 'Printed.' }, { kind: 'ended', recorded: 0 })
  expect(judgeProcess(session, log, END)).toEqual({ lines: [...REPLAYED, '[msw-cassette] Killed.'], status: 'failed' })
})

test('a failure that another process has printed fails the application, without a line', async () => {
  const { session, log, addOther } = openProcessSession([A], {}, 'first')
  await session.fetch(A)
  addOther(13, 0, { kind: 'failed', message: 'Printed.' }, { kind: 'ended', recorded: 0 })
  expect(judgeProcess(session, log, END)).toEqual({ lines: REPLAYED, status: 'failed' })
})

test('recordings that a killed process did not save are missing in the file, and fail the application', async () => {
  await using server = await startServer((_, response) => void response.end('recorded'))
  const options = { mode: 'once', hosts: ['127.0.0.1:*'] } as const
  const { session, log, addOther } = openProcessSession(undefined, options, 'first')
  await (await session.fetch(server.origin)).text()
  await session.save()
  addOther(12, 0, { kind: 'sent' }, { kind: 'sent' }, { kind: 'unanswered' })
  expect(judgeProcess(session, log, END)).toEqual({
    lines: [
      '  Cassettes  1 recorded',
      expect.stringMatching(
        /^\[msw-cassette\] 1 request is not recorded into .*a\.yaml, because a process or a worker/,
      ),
    ],
    status: 'failed',
  })
})
