import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { expect, onTestFinished, test, vi } from 'vitest'
import { buildCassette, CHAT } from '../../test/build-cassette.ts'
import { startServer } from '../../test/start-server.ts'
import { makeTempFolder } from '../../test/temp-folder.ts'
import { currentSession, openCassette, withCassette } from '../open/open-fetch-session.ts'
import type { Fault } from './fault.ts'

const STREAM = { response: 'data: 1\n\n: ping\n\ndata: 3\n\n', type: 'text/event-stream' }
const open = (...faults: unknown[]) =>
  openCassette(buildCassette(STREAM), { mode: 'replay', faults: faults as Fault[] })

test.each<[unknown, string, string]>([
  [{ at: 0, explode: 1 }, 'faults[0].explode', 'Unknown option "faults[0].explode". Known: at, when,'],
  [{ at: 0 }, 'faults[0]', 'must be a fault of exactly one kind, one of status, connection,'],
  [{ at: 0, status: 500, cutAfter: 1 }, 'faults[0]', 'it has status and cutAfter'],
  [{ status: 500 }, 'faults[0]', 'exactly one of at, when, chance; it has none'],
  [{ at: 0, chance: 1, seed: 1, status: 500 }, 'faults[0]', 'it has at and chance'],
  [{ at: -1, status: 500 }, 'faults[0].at', 'is -1, and must be a whole number from 0'],
  [{ at: Number.NaN, status: 500 }, 'faults[0].at', 'is NaN, and must be'],
  [{ at: '0', status: 500 }, 'faults[0].at', 'is "0", and must be'],
  [{ at: 1, status: 500 }, 'faults[0].at', 'is 1, and must be below 1, the number of interactions of test.yaml'],
  [{ at: 0, status: 200 }, 'faults[0].status', 'must be a status from 400 to 599'],
  [{ at: 0, status: 500, headers: { 'a b': '1' } }, 'faults[0].headers', "such as { 'retry-after': '2' }"],
  [{ at: 0, status: 500, headers: { a: 1 } }, 'faults[0].headers', 'must be headers'],
  [{ at: 0, status: 500, body: () => 1 }, 'faults[0].body', 'is a function, and must be text'],
  [{ at: 0, connection: 'slow' }, 'faults[0].connection', "one of 'refused', 'reset'"],
  [{ at: 0, cutAfter: 4 }, 'faults[0].cutAfter', 'is 4, and must be at most 3, the number of events'],
  [{ at: 0, cutAfter: 3, cutAs: 'end' }, 'faults[0].cutAfter', 'must be before the end of the answer'],
  [{ at: 0, cutAfter: Number.POSITIVE_INFINITY }, 'faults[0].cutAfter', 'is Infinity'],
  [{ at: 0, cutAfter: { bytes: 27 } }, 'faults[0].cutAfter', 'must be at most 26 bytes'],
  [{ at: 0, cutAfter: { bytes: -1 } }, 'faults[0].cutAfter.bytes', 'must be a number of bytes'],
  [{ at: 0, cutAfter: {} }, 'faults[0].cutAfter.events', 'must be a number of events'],
  [{ at: 0, cutAfter: { events: 0, inside: 'word' } }, 'faults[0].cutAfter.inside', "one of 'event', 'character'"],
  [{ at: 0, cutAfter: { events: 3, inside: 'event' } }, 'faults[0].cutAfter', 'followed by a next event'],
  [{ at: 0, cutAfter: { events: 0, inside: 'character' } }, 'faults[0].cutAfter', 'a character of several bytes'],
  [{ at: 0, cutAfter: null }, 'faults[0].cutAfter', 'must be a number of events'],
  [{ at: 0, stallAfter: 9 }, 'faults[0].stallAfter', 'must be at most 3'],
  [{ at: 0, firstEventAfter: -5 }, 'faults[0].firstEventAfter', 'must be a number of milliseconds'],
  [{ at: 0, malformed: 3 }, 'faults[0].malformed', 'must be below 3'],
  [{ at: 0, malformed: 1 }, 'faults[0].malformed', 'must be the index of an event with data'],
  [{ at: 0, duplicate: 3 }, 'faults[0].duplicate', 'must be below 3'],
  [{ chance: 0.5, status: 500 }, 'faults[0].seed', 'must be a whole number: with it,'],
  [{ chance: 1.5, seed: 1, status: 500 }, 'faults[0].chance', 'must be a number above 0, and at most 1'],
  [{ at: 0, seed: 1, status: 500 }, 'faults[0].seed', 'must be used together with "chance"'],
  [{ at: 0, connection: 'reset', headers: {} }, 'faults[0].headers', 'must be used together with "status"'],
  [{ at: 0, status: 500, cutAs: 'end' }, 'faults[0].cutAs', 'must be used together with "cutAfter"'],
  [{ at: 0, status: 500, times: 0 }, 'faults[0].times', 'must be a whole number from 1'],
  [null, 'faults', 'must be a list of faults'],
  ['cut', 'faults', 'must be a list of faults'],
])('%j is refused', async (fault, option, message) => {
  const print = vi.spyOn(console, 'error').mockReturnValue()
  const run = async (): Promise<void> => {
    const session = open(fault)
    expect((await session.fetch(CHAT)).status).toBe(400)
    session.verify()
  }
  await expect(run()).rejects.toThrow(
    expect.objectContaining({ code: 'cassette_option', option, message: expect.stringContaining(message) }),
  )
  print.mockRestore()
})

test('a fault that is invalid, or for an interaction that does not exist, is refused when the cassette is opened', () => {
  expect(() => open({ at: 0, status: 500, cutAfter: 1 })).toThrow('exactly one kind')
  expect(() => open({ at: 1, status: 500 })).toThrow('must be below 1')
})

test('faults that are not a list are refused', () => {
  expect(() => openCassette(buildCassette(STREAM), { faults: { at: 0 } as never })).toThrow('must be a list of faults')
})

const unreached: [string, Fault[], string][] = [
  ['at', [{ at: 0, status: 500 }], 'The fault at 0 (faults[0]) was never reached in test.yaml. Check that the code'],
  ['when', [{ when: () => false, status: 500 }], 'The fault faults[0] was never reached in test.yaml. Check that its'],
  ['times', [{ at: 0, status: 500, times: 3 }], 'The fault at 0 (faults[0]) was never reached in test.yaml.'],
  [
    'chance',
    [{ chance: 1e-9, seed: 7, status: 500 }],
    'The fault faults[0], with the chance 1e-9 and the seed 7, never happened in test.yaml. Choose another seed',
  ],
]

test.each(unreached)('a fault with `%s` that never happened fails the test', async (_, faults, message) => {
  const print = vi.spyOn(console, 'info').mockReturnValue()
  const source = buildCassette(STREAM, { url: 'https://api.test/other' })
  const session = openCassette(source, { mode: 'replay', onUnplayed: 'ignore', faults })
  await session.fetch('https://api.test/other')
  expect(() => session.verify()).toThrow(
    expect.objectContaining({ code: 'cassette_option', message: expect.stringContaining(message) }),
  )
  print.mockRestore()
})

test('faults of a cassette that answers no request fail the test', () => {
  const session = openCassette(buildCassette(STREAM), {
    mode: 'replay',
    onUnplayed: 'ignore',
    faults: [{ at: 0, status: 500 }],
  })
  expect(() => session.verify()).toThrow('No fault was reached in test.yaml: it answered no request.')
})

test('a fault that happened less often than it should fails the test', async () => {
  const session = open({ at: 0, status: 500, times: 3 })
  await session.fetch(CHAT)
  expect(() => session.verify()).toThrow('The fault at 0 (faults[0]) happened 1 of 3 times in test.yaml.')
})

test('a position that an answer does not have fails the request and the test', async () => {
  const print = vi.spyOn(console, 'error').mockReturnValue()
  const session = open({ when: () => true, cutAfter: 9 })
  expect((await session.fetch(CHAT)).status).toBe(400)
  expect(() => session.verify()).toThrow('The option "faults[0].cutAfter" is 9, and must be at most 3')
  print.mockRestore()
})

test('a function that does not return a boolean fails the request and the test', async () => {
  const print = vi.spyOn(console, 'error').mockReturnValue()
  const session = open({ when: () => 'yes', status: 500 })
  expect((await session.fetch(CHAT)).status).toBe(400)
  expect(() => session.verify()).toThrow('"faults[0].when" is "yes", and must be a function that returns a boolean')
  print.mockRestore()
})

/** Records one answer into a new file with faults. */
async function record(faults: Fault[]) {
  const upstream = await startServer((_request, response) => {
    response.setHeader('content-type', 'text/event-stream')
    response.end(STREAM.response)
  })
  onTestFinished(() => upstream.close())
  const file = join(makeTempFolder(), 'a.yaml')
  const run = (mode: 'once' | 'replay') =>
    withCassette(file, { mode, hosts: [upstream.host], faults }, async () => {
      const response = await currentSession()?.fetch(`${upstream.origin}/`)
      return [response?.status, await response?.text()]
    })()
  return { file, run, upstream }
}

test('while recording, faults do not happen and are reported; the replay has them', async () => {
  const warn = vi.spyOn(console, 'warn').mockReturnValue()
  const { file, run, upstream } = await record([{ at: 0, status: 500, body: 'gone' }])
  expect(await run('once')).toEqual([200, STREAM.response])
  expect(warn.mock.calls.flat()).toEqual([expect.stringMatching(/a\.yaml is being recorded, so its faults do not/)])
  expect(await run('replay')).toEqual([500, 'gone'])
  expect({ saved: existsSync(file), requests: upstream.requests }).toEqual({ saved: true, requests: 1 })
  warn.mockRestore()
})

test.each<[Fault, string]>([
  [{ at: 1, status: 500 }, 'must be below 1, the number of interactions'],
  [{ at: 0, cutAfter: 4 }, 'must be at most 3, the number of events'],
])('a recording to which the fault %j can never apply is not saved', async (fault, message) => {
  const warn = vi.spyOn(console, 'warn').mockReturnValue()
  const { file, run } = await record([fault])
  await expect(run('once')).rejects.toThrow(message)
  expect(existsSync(file)).toBe(false)
  warn.mockRestore()
})

test('in mode passthrough, faults do not happen and are reported', () => {
  const warn = vi.spyOn(console, 'warn').mockReturnValue()
  openCassette(buildCassette(STREAM), {
    mode: 'passthrough',
    onUnplayed: 'ignore',
    faults: [{ at: 0, status: 500 }],
  }).verify()
  expect(warn).toHaveBeenCalledWith(expect.stringContaining('test.yaml is not played, so its faults do not happen'))
  warn.mockRestore()
})
