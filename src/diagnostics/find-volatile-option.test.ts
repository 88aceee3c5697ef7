import { expect, test } from 'vitest'
import { buildCassette } from '../../test/build-cassette.ts'
import type { HttpRequest } from '../http/http-request.ts'
import type { MatchOptions } from '../matcher/match-options.ts'
import { createRequestMatcher } from '../matcher/request-matcher.ts'
import { findNearest } from './find-nearest.ts'
import { findVolatileOption } from './find-volatile-option.ts'

const URL = 'https://api.test/v1'

/** The option with which a body or a URL equals a recorded one. */
function findOption(
  recorded: unknown,
  received: unknown,
  { url = [URL, URL], match = {} }: { url?: [recorded: string, received: string]; match?: MatchOptions } = {},
): string | undefined {
  const cassette = buildCassette({ method: 'POST', url: url[0], request: JSON.stringify(recorded) })
  const request: HttpRequest = {
    method: 'POST',
    url: url[1],
    headers: [],
    body: new TextEncoder().encode(JSON.stringify(received)),
  }
  const nearest = findNearest(request, [{ cassette, matcher: createRequestMatcher(match) }])
  return nearest && findVolatileOption(request, nearest)
}

const ignore = (path: string): string => `{ match: { ignoreBody: ['${path}'] } }`

test.each([
  'id',
  'ids',
  'uuid',
  'guid',
  'nonce',
  'seed',
  'salt',
  'etag',
  'timestamp',
  'ts',
  'time',
  'date',
  'now',
  'created_at',
  'created',
  'updated',
  'modified',
  'expires',
  'run',
  'session',
  'trace',
  'span',
  'fingerprint',
  'traceId',
  'thread-id',
])('a member %s changes on every run', (name) => {
  const path = /^\w+$/.test(name) ? `$.${name}` : `$["${name}"]`
  expect(findOption({ [name]: 'a' }, { [name]: 'b' })).toBe(ignore(path))
})

test.each(['identity', 'grid', 'update', 'candidate', 'idle', 'paid', 'nowhere'])(
  'a member %s does not change on every run',
  (name) => {
    expect(findOption({ [name]: 'a' }, { [name]: 'b' })).toBeUndefined()
  },
)

test.each<[string, unknown, unknown, string]>([
  ['of a list', [{ id: 1 }, { id: 2 }], [{ id: 3 }, { id: 4 }], ignore('$[*].id')],
  ['of a list of ids', { ids: ['a', 'b'] }, { ids: ['c', 'd'] }, ignore('$.ids[*]')],
  ['of different types', { id: 1 }, { id: 'a' }, ignore('$.id')],
  ['beyond the precision of numbers', { id: 12345678901234567890n.toString() }, { id: '7' }, ignore('$.id')],
])('ids are ignored by their path: %s', (_title, recorded, received, option) => {
  expect(findOption(recorded, received)).toBe(option)
})

test.each<[string, string, string, string]>([
  ['after a word', 'Run k3j9x1 ends.', 'Run p0q8z ends.', String.raw`/Run [\w-]+/`],
  ['after a word and a colon', 'job: a1b2c3', 'job: 9z8y7x', String.raw`/job: [\w-]+/`],
  ['many digits', 'order 123456', 'order 98765', String.raw`/order [\w-]+/`],
  [
    'after text that means something in a pattern',
    'see (run) k3j9x1',
    'see (run) p0q8z2',
    String.raw`/\(run\) [\w-]+/`,
  ],
])('a random word is masked together with the word before it: %s', (_title, recorded, received, pattern) => {
  expect(findOption({ text: recorded }, { text: received })).toBe(`{ match: { mask: [${pattern}] } }`)
})

test.each<[string, string, string]>([
  ['without a word before it', 'k3j9x1', 'p0q8z2'],
  ['a version', 'version v2', 'version v3'],
  ['a short number', 'step 1234', 'step 4321'],
  ['a word', 'say hello', 'say goodbye'],
  ['two random words', 'run k3j9x1 then a1b2c3', 'run p0q8z2 then x9y8z7'],
  ['a credential before it', 'key sk-1234567890abcdefghij k3j9x1', 'key sk-1234567890abcdefghij p0q8z2'],
])('no pattern is offered: %s', (_title, recorded, received) => {
  expect(findOption({ text: recorded }, { text: received })).toBeUndefined()
})

test('the smallest option is offered, in addition to that of the session', () => {
  const id = '3f0b1a52-6c1e-4c5b-9d0e-1f2a3b4c5d6e'
  const other = '9a8b7c6d-5e4f-4a3b-8c2d-1e0f9a8b7c6d'
  const recorded = { a: id, day: '2026-11-24', seed: 1 }
  const received = { a: other, day: '2026-11-25', seed: 2 }
  expect({
    all: findOption(recorded, received),
    rest: findOption(recorded, received, { match: { mask: ['uuid'], ignoreBody: ['$.seed'] } }),
  }).toEqual({
    all: "{ match: { mask: ['uuid', 'iso-date'], ignoreBody: ['$.seed'] } }",
    rest: "{ match: { mask: ['iso-date'] } }",
  })
})

test.each<[string, string, string, string | undefined]>([
  ['parameters', '?nonce=a&ts=1', '?nonce=b&ts=2', "{ match: { ignoreQuery: ['nonce', 'ts'] } }"],
  ['a parameter that is the question', '?q=a', '?q=b', undefined],
  ['a path of a model', '/models/gpt-2026-11-24', '/models/gpt-2026-11-25', undefined],
  ['a deployment', '/deployments/2026-11-24', '/deployments/2026-11-25', undefined],
])('a URL: %s', (_title, recorded, received, option) => {
  expect(findOption({}, {}, { url: [URL + recorded, URL + received] })).toBe(option)
})

test('another host, a model or a missing value is chosen, so no option is offered even if an id differs too', () => {
  expect([
    findOption({ id: 1 }, { id: 2 }, { url: [URL, 'https://other.test/v1'] }),
    findOption({ id: 1, model: 'a' }, { id: 2, model: 'b' }),
    findOption({ id: 1, base_model: 'a' }, { id: 2, base_model: 'b' }),
    findOption({ id: 1 }, {}),
    findOption({ id: 1 }, { id: 1 }),
  ]).toEqual([undefined, undefined, undefined, undefined, undefined])
})

test('nothing is searched in a body of more than 2 MB', () => {
  const filler = 'x'.repeat(2 * 1024 * 1024)
  expect(findOption({ id: 1, filler }, { id: 2, filler })).toBeUndefined()
})
