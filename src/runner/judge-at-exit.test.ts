import { afterEach, expect, test, vi } from 'vitest'
import { buildCassette } from '../../test/build-cassette.ts'
import { createSession } from '../open/create-session.ts'
import type { CassetteOptions } from '../session/cassette-options.ts'
import { judgeAtExit } from './judge-at-exit.ts'

afterEach(() => {
  vi.restoreAllMocks()
})

/** Judges the cassettes of these tests, and ends the process as far as the listeners can see. */
function exitAfter(judge: () => void): { exitCode: unknown; printed: unknown[] } {
  const printed = vi.spyOn(console, 'error').mockReturnValue()
  const before = new Set(process.listeners('exit'))
  const { exitCode } = process
  judge()
  const added = process.listeners('exit').filter((listener) => !before.has(listener))
  for (const listener of added) {
    process.off('exit', listener)
    listener.call(process, 0)
  }
  const result = { exitCode: process.exitCode, printed: printed.mock.calls.flat() }
  process.exitCode = exitCode
  return result
}

const urls = ['https://api.test/0', 'https://api.test/1', 'https://api.test/2']
const open = (options: CassetteOptions = {}) =>
  createSession({
    source: buildCassette(...urls.map((url) => ({ url }))),
    options: { mode: 'replay', ...options },
    saving: 'deferred',
  })

test('a process whose tests left an interaction unplayed fails, and prints which one', async () => {
  const [first, second, lenient] = [open(), open(), open({ onUnplayed: 'ignore' })]
  await first.fetch('https://api.test/0')
  await second.fetch('https://api.test/2')
  const { exitCode, printed } = exitAfter(() => {
    for (const session of [first, second, lenient]) judgeAtExit(session)
  })
  expect({ exitCode, printed }).toEqual({
    exitCode: 1,
    printed: [
      expect.stringMatching(
        /^\[msw-cassette\] 1 of 3 interactions of .*test\.yaml were never requested .*\n {2}#1\nRemove/,
      ),
    ],
  })
})
