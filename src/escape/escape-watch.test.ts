import { expect, onTestFinished, test } from 'vitest'
import { buildCassette } from '../../test/build-cassette.ts'
import { runAsOwnRequest } from '../http/own-requests.ts'
import { createSession } from '../open/create-session.ts'
import { openCassette as openFetchCassette } from '../open/open-fetch-session.ts'
import { enterScope, runInScope } from '../scope/active-sessions.ts'
import type { CassetteOptions } from '../session/cassette-options.ts'
import { Session } from '../session/session.ts'
import { type EscapingClient, isWatching, noteUnobserved, reportEscape, sessionsFor } from './escape-watch.ts'

const URL_OF_HOST = 'https://api.test/v1/other'

/** Opens a cassette for `api.test`, which answers through MSW in the scope of the test. */
function open(options: CassetteOptions = {}, path = 'a.yaml'): Session {
  const source = { ...buildCassette({ url: 'https://api.test/v1/chat' }), path }
  const session = createSession({ source, options: { mode: 'replay', ...options }, saving: 'deferred' })
  onTestFinished(() => session.end())
  return session
}

function openInScope(options: CassetteOptions = {}, path?: string): Session {
  const session = open(options, path)
  enterScope(session)
  return session
}

const find = (url: string): Session[] => sessionsFor({ method: 'GET', url })

test('a session has to receive each request to its hosts until it is closed, even one that is not recorded', () => {
  expect(isWatching()).toBe(false)
  const session = openInScope()
  expect([find(URL_OF_HOST), find('https://other.test/'), find('<API_BASE>/v1/chat')]).toEqual([[session], [], []])
  expect(isWatching()).toBe(true)
  session.end()
  expect([find(URL_OF_HOST), isWatching()]).toEqual([[], false])
})

test('requests that this library sends itself to the network are not those of a test', () => {
  const session = openInScope()
  expect(runAsOwnRequest(() => find(URL_OF_HOST))).toEqual([])
  expect(find(URL_OF_HOST)).toEqual([session])
})

test('a request belongs to the sessions of its own test and of the process, not to those of a concurrent test', async () => {
  const [first, second, ofProcess] = [open(), open(), openInScope()]
  const found = await Promise.all([first, second].map((session) => runInScope(session, async () => find(URL_OF_HOST))))
  expect(found).toEqual([
    [first, ofProcess],
    [second, ofProcess],
  ])
})

test('a session that answers only through its own fetch receives no other requests', () => {
  const session: unknown = openFetchCassette(buildCassette({ url: 'https://api.test/v1/chat' }), { mode: 'replay' })
  if (!(session instanceof Session)) throw new Error('It is no Session.')
  onTestFinished(() => session.end())
  enterScope(session)
  noteUnobserved('a child process')
  expect({ found: find(URL_OF_HOST), unobserved: [...session.unobserved] }).toEqual({ found: [], unobserved: [] })
})

test('the same error is kept in all sessions of a request, and names them and what to do, without credentials', () => {
  const sessions = [openInScope(), openInScope({}, 'b.yaml')]
  const url = 'https://api.test/v1/chat?key=sk-1234567890abcdefghij'
  const error = reportEscape({ method: 'POST', url }, 'node:http2', sessions)
  expect({ ...error, message: error?.message }).toEqual({
    name: 'CassetteEscapedError',
    code: 'cassette_escaped',
    file: 'a.yaml',
    client: 'node:http2',
    message: expect.stringMatching(
      /^MSW does not intercept POST https:\/\/api\.test\/v1\/chat\?key=.*, so a\.yaml, b\.yaml can neither answer nor record it, and it was refused\. Use HTTP\/1\.1: .* See docs\/escapes\.md/,
    ),
  })
  expect(error?.message).not.toContain('sk-1234567890abcdefghij')
  expect(sessions.map(({ escapes }) => escapes)).toEqual([[error], [error]])
})

test.each<[EscapingClient, RegExp]>([
  ['undici', /pass `fetch: session\.fetch`/],
  ['node:http', /Start the server first, or call `http\.request` through the module/],
  ['node:http2', /requestHandler: new NodeHttpHandler\(\)/],
  ['a kept-alive connection', /Start the server before the first request/],
])('the error for %s has its own advice', (client, advice) => {
  expect(reportEscape({ method: 'GET', url: URL_OF_HOST }, client, [openInScope()])?.message).toMatch(advice)
})

test('a request that concerns no session passes', () => {
  expect(reportEscape({ method: 'GET', url: URL_OF_HOST }, 'undici', [])).toBeUndefined()
})

test.each<[string, CassetteOptions]>([
  ['mode passthrough', { mode: 'passthrough' }],
  ["onMismatch: 'passthrough'", { onMismatch: 'passthrough' }],
  [
    'a passthrough function that accepts it',
    { passthrough: ({ headers }) => [...headers].some(([name]) => name === 'x-pass') },
  ],
])('a request passes if one of its sessions has %s', (_, options) => {
  const sessions = [openInScope(), openInScope(options)]
  const sent = { method: 'GET', url: URL_OF_HOST, headers: new Headers({ 'x-pass': '1' }) }
  expect(reportEscape(sent, 'undici', sessions)).toBeUndefined()
  expect(sessions.flatMap(({ escapes }) => escapes)).toEqual([])
})

test.each<[string, NonNullable<CassetteOptions['passthrough']>]>([
  ['rejects it', () => false],
  [
    'throws',
    () => {
      throw new Error('a fault of the test')
    },
  ],
  ['returns a promise', (() => Promise.resolve(true)) as never],
])('a request is refused if the passthrough function %s', (_, passthrough) => {
  const session = openInScope({ passthrough })
  const error = reportEscape({ method: 'GET', url: URL_OF_HOST }, 'undici', [session])
  expect(session.escapes).toEqual([error])
  expect(error?.code).toBe('cassette_escaped')
})

test('the sessions of the test that starts a process note it once', () => {
  const [own, other] = [openInScope(), open()]
  for (const what of ['a child process', 'a worker thread', 'a child process']) noteUnobserved(what)
  expect([own, other].map(({ unobserved }) => [...unobserved])).toEqual([['a child process', 'a worker thread'], []])
})
