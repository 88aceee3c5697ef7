import { afterEach, expect, test, vi } from 'vitest'
import { buildCassette } from '../../test/build-cassette.ts'
import type { HttpRequest } from '../http/http-request.ts'
import type { Difference } from '../matcher/matcher.ts'
import { createRequestMatcher } from '../matcher/request-matcher.ts'
import { adviseOn } from './advice.ts'
import type { Nearest, Searchable } from './find-nearest.ts'

afterEach(() => void vi.unstubAllGlobals())

const request: HttpRequest = { method: 'POST', url: 'https://api.test/v1', headers: [], body: new Uint8Array() }

/** An interaction that differs in these aspects. */
const differIn = (aspects: Readonly<Record<string, readonly Difference[]>>): Nearest<Searchable> => {
  const cassette = buildCassette({ url: 'https://api.test/v1' })
  const [interaction] = cassette.interactions
  if (!interaction) throw new Error('The cassette is empty.')
  const results = Object.entries(aspects).map(([matcher, differences]) => ({ matcher, differences }))
  return { from: { cassette, matcher: createRequestMatcher() }, interaction, index: 0, results }
}

/** `undefined` would be the default. */
const ABSENT = Symbol('absent')

const at = (path: string, ...[recorded = 'x', received = 'y']: unknown[]): Difference => ({
  path,
  recorded: recorded === ABSENT ? undefined : recorded,
  received: received === ABSENT ? undefined : received,
})

const RECORD =
  'If the request changed on purpose, record it: MSW_CASSETTE_MODE=heal replaces the parts that changed, MSW_CASSETTE_MODE=record the whole cassette.'
const BODY = "If the body is irrelevant, ignore it: { match: { body: 'ignore' } }."
const SAME = 'If the two addresses mean the same, give them one name: { match: { url: (url) => … } }.'
const SHAPE = 'If an SDK or a framework changed the shape of its requests, see llmDefaults.'

const ignoreBody = (paths: string): string =>
  `If a value changes on every run, ignore it: { match: { ignoreBody: [${paths}] } }.`
const ignoreQuery = (names: string): string =>
  `If the query is irrelevant, ignore it: { match: { ignoreQuery: [${names}] } }.`

test.each<[string, Readonly<Record<string, readonly Difference[]>>, string[]]>([
  ['another body', { method: [], url: [], body: [at('$')] }, [BODY]],
  ['another body at another URL', { url: [at('url.path')], body: [at('$')] }, [SAME]],
  ['another method', { method: [at('method')], url: [at('url.path')], body: [at('$')] }, []],
  [
    'other headers',
    { headers: [at('header.accept')] },
    ['If the headers are irrelevant, remove them from match.headers.'],
  ],
  ['a matcher of the user', { tenant: [at('tenant')] }, []],
  ['a question', { body: [at('$.messages[0].content')] }, []],
  ['a model and a role', { body: [at('$.model'), at('$.messages[0].role')] }, []],
  ['values of a list', { body: [at('$.a[0].b', 1, 2), at('$.a[1].b', 1, 2)] }, [ignoreBody("'$.a[*].b'")]],
  ['a quoted name', { body: [at("$.it's", 1, 2)] }, [ignoreBody(String.raw`'$.it\'s'`)]],
  ['a value that is missing', { body: [at('$.a', ABSENT, 1), at('$.b', 1, ABSENT)] }, []],
  ['an object', { body: [at('$.a', {}, 1), at('$.b', 1, [])] }, []],
  ['three values', { body: [at('$.a', 1, 2), at('$.b', 1, 2), at('$.c', 1, 2)] }, [ignoreBody("'$.a', '$.b', '$.c'")]],
  ['four values', { body: [at('$.a', 1, 2), at('$.b', 1, 2), at('$.c', 1, 2), at('$.d', 1, 2)] }, [SHAPE]],
  [
    'parameters',
    { url: [at('url.query.a'), at('url.query.b[0]'), at('url.query.b[1]'), at('url.query["c d"]')] },
    [ignoreQuery("'a', 'b', 'c d'")],
  ],
  ['a parameter and a path', { url: [at('url.query.a'), at('url.path')] }, [SAME]],
  [
    'a parameter and a value',
    { url: [at('url.query.a')], body: [at('$.b', 1, 2)] },
    [ignoreQuery("'a'"), ignoreBody("'$.b'")],
  ],
])('after the advice to record, the advice fits what differs: %s', (_title, aspects, advice) => {
  expect(adviseOn(request, 'never-recorded', differIn(aspects))).toEqual([RECORD, ...advice])
})

test('adding to the cassette is offered only if all of it was played', () => {
  expect(adviseOn(request, 'never-recorded', differIn({ method: [at('method')] }), 'played')).toEqual([
    'If the request changed on purpose, record it: MSW_CASSETTE_MODE=heal replaces the parts that changed, MSW_CASSETTE_MODE=record the whole cassette, MSW_CASSETTE_MODE=new-episodes adds to it.',
  ])
})

test('a page, which has no environment and no file, is not advised to heal', () => {
  vi.stubGlobal('process', undefined)
  expect(adviseOn(request, 'never-recorded', differIn({ method: [at('method')] }))).toEqual([
    "If the request changed on purpose, record it: { mode: 'record' } replaces the whole cassette.",
  ])
})

test('nothing but recording helps if nothing is recorded, or if no recording is comparable', () => {
  const advice = [
    'Record the request into this cassette with MSW_CASSETTE_MODE=new-episodes, or correct the path of the cassette.',
  ]
  expect([adviseOn(request, 'never-recorded', undefined), adviseOn(request, 'never-recorded', differIn({}))]).toEqual([
    advice,
    advice,
  ])
})

test('an interaction that was already played can be repeated', () => {
  expect(adviseOn(request, 'already-played', differIn({ method: [] }), 'played')).toEqual([
    "If the code is supposed to send this request more often, repeat the recording: { repeat: 'last' } or { repeat: 'all' }.",
    'Otherwise, the code under test sends one request too many.',
  ])
})

test('a preflight of a test environment with a document is explained, and that of another client is a request like any other', () => {
  const preflight = { ...request, method: 'OPTIONS' }
  const nearest = differIn({ method: [at('method', 'GET', 'OPTIONS')] })
  expect(adviseOn(preflight, 'never-recorded', nearest)).toEqual([RECORD])
  vi.stubGlobal('document', {})
  expect(adviseOn(request, 'never-recorded', nearest)).toEqual([RECORD])
  expect(adviseOn(preflight, 'never-recorded', nearest)).toEqual([
    'This is a CORS preflight of the test environment, and no recording contains one. In happy-dom, switch it off: ' +
      '{ environmentOptions: { happyDOM: { settings: { fetch: { disableSameOriginPolicy: true } } } } }.',
  ])
})
