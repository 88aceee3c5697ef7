import { afterEach, expect, test, vi } from 'vitest'
import { buildCassette } from '../../test/build-cassette.ts'
import { CassetteMismatchError } from '../diagnostics/mismatch-error.ts'
import { CassetteEscapedError, CassetteSaveError } from '../errors/errors.ts'
import { toPolicy } from '../options/mode.ts'
import { type VerifiedSession, verifySession } from './verify-session.ts'

afterEach(() => {
  vi.restoreAllMocks()
})

const cassette = buildCassette({ url: 'https://api.test/0?key=sk-secret' }, { url: 'https://api.test/1' })

/** A session that replayed everything, with these differences. */
const toSession = (more: Partial<VerifiedSession> = {}): VerifiedSession => ({
  path: 'test.yaml',
  cassette,
  mode: 'once',
  options: {},
  policy: toPolicy('once', 'found'),
  mismatches: [],
  escapes: [],
  unobserved: new Set(),
  unplayed: [],
  log: { unfinished: new Map() },
  fileBefore: 'found',
  requestCount: 1,
  recorded: [],
  coverage: { localHosts: new Set() },
  ...more,
})

const mismatch = (message: string): CassetteMismatchError =>
  new CassetteMismatchError(
    {
      reason: 'never-recorded',
      request: { method: 'GET', url: 'https://api.test/' },
      cassettes: [],
      nearest: undefined,
      differences: [],
      advice: [],
    } as never,
    () => message,
  )
const escaped = (message: string): CassetteEscapedError => new CassetteEscapedError('test.yaml', 'undici', message)
const saveError = new CassetteSaveError('test.yaml', 'the disk is full')
const unplayed = cassette.interactions

test('a session that replayed everything passes', () => {
  expect(() => verifySession(toSession(), {})).not.toThrow()
})

test('mismatches come before escapes, then a failed save, then unplayed interactions', () => {
  const failures = { mismatches: [mismatch('first')], escapes: [escaped('escaped')], unplayed }
  expect(() => verifySession(toSession(failures), { saveError })).toThrow('first')
  expect(() => verifySession(toSession({ ...failures, mismatches: [] }), { saveError })).toThrow('escaped')
  expect(() => verifySession(toSession({ unplayed }), { saveError })).toThrow('the disk is full')
  expect(() => verifySession(toSession({ unplayed }), {})).toThrow(
    '2 of 2 interactions of test.yaml were never requested',
  )
})

test('several mismatches or escapes are one AggregateError', () => {
  const mismatches = [mismatch('first'), mismatch('second')]
  expect(() => verifySession(toSession({ mismatches }), {})).toThrow(
    expect.objectContaining({ errors: mismatches, message: '2 requests matched nothing in test.yaml.' }),
  )
  const escapes = [escaped('first'), escaped('second')]
  expect(() => verifySession(toSession({ escapes }), {})).toThrow(
    expect.objectContaining({ errors: escapes, message: expect.stringContaining('2 requests to hosts of test.yaml') }),
  )
})

test('the list of unplayed interactions masks credentials and is limited', () => {
  const many = Array.from({ length: 25 }, () => unplayed[0]).flatMap((each) => each ?? [])
  const run = (): void => verifySession(toSession({ unplayed: many }), {})
  expect(run).toThrow(/… and 5 more/)
  expect(run).not.toThrow(/sk-secret/)
})

test.each([
  ['error', 'throws', []],
  [
    'warn',
    'prints',
    [[expect.stringMatching(/^\[msw-cassette\] 2 of 2 interactions of test\.yaml were never requested/)]],
  ],
  ['ignore', 'passes', []],
] as const)('with onUnplayed: %j, an unplayed interaction %s', (onUnplayed, result, printed) => {
  const warn = vi.spyOn(console, 'warn').mockReturnValue()
  const run = (): void => verifySession(toSession({ options: { onUnplayed }, unplayed }), {})
  if (result === 'throws') expect(run).toThrow(expect.objectContaining({ code: 'cassette_unplayed' }))
  else expect(run).not.toThrow()
  expect(warn.mock.calls).toEqual(printed)
})

test('with `unplayed: "report"`, the report of the run judges unplayed interactions', () => {
  expect(() => verifySession(toSession({ unplayed }), { unplayed: 'report' })).not.toThrow()
})

test('unplayed interactions name the processes whose requests nothing can see', () => {
  const unobserved = new Set(['a child process', 'a worker thread'])
  expect(() => verifySession(toSession({ unplayed, unobserved }), {})).toThrow(
    /Requests of a child process and a worker thread can't be intercepted/,
  )
})

const unused = { fileBefore: 'missing', policy: toPolicy('once', 'missing'), requestCount: 0 } as const

test('a session that could record and only saw requests to this machine names their hosts and the option', () => {
  const session = toSession({ ...unused, coverage: { localHosts: new Set(['localhost:11434', '127.0.0.1:80']) } })
  for (const requestedBy of ['test', 'call'] as const)
    expect(() => verifySession(session, { requestedBy })).toThrow(
      /\{ hosts: \['localhost:11434', '127\.0\.0\.1:80'\] \}/,
    )
  expect(() => verifySession(session, { requestedBy: 'group' })).not.toThrow()
})

test('a test that requests a cassette and sends no request fails, with or without the right to record', () => {
  for (const mode of ['once', 'replay'] as const) {
    const session = toSession({ ...unused, mode, policy: toPolicy(mode, 'missing') })
    expect(() => verifySession(session, { requestedBy: 'test' })).toThrow(/sent no request that it could answer/)
    expect(() => verifySession(session, { requestedBy: 'group' })).not.toThrow()
    expect(() => verifySession(session, { requestedBy: 'call' })).not.toThrow()
  }
})

test.each<[string, Partial<VerifiedSession>]>([
  ['answered a request', { requestCount: 1 }],
  ['has a file', { fileBefore: 'found' }],
  ['lets requests pass by a function', { options: { passthrough: () => true } }],
  ['is in mode passthrough', { policy: toPolicy('passthrough', 'missing') }],
])('a session that %s is used', (_, more) => {
  expect(() => verifySession(toSession({ ...unused, ...more }), { requestedBy: 'test' })).not.toThrow()
})

test('the messages name the settings of the caller', () => {
  const wording = {
    unplayed: 'A=1',
    unused: 'the program sent nothing.',
    hosts: (hosts: readonly string[]) => `B=${hosts}`,
  }
  const verify = (more: Partial<VerifiedSession>): void =>
    verifySession(toSession({ ...unused, ...more }), { requestedBy: 'test', wording })
  expect(() => verify({})).toThrow(/: the program sent nothing\.$/)
  expect(() => verify({ coverage: { localHosts: new Set(['localhost:1', '[::1]:2']) } })).toThrow(
    /Record it: B=localhost:1,\[::1\]:2\.$/,
  )
  expect(() => verify({ requestCount: 1, unplayed })).toThrow(/or allow them: A=1\.$/)
})

test('in mode record, a file that nothing was recorded into is unused', () => {
  const session = toSession({ ...unused, fileBefore: 'found', mode: 'record', policy: toPolicy('record', 'found') })
  expect(() => verifySession(session, { requestedBy: 'test' })).toThrow(
    expect.objectContaining({ code: 'cassette_unused' }),
  )
})
