import { beforeAll, expect, test } from 'vitest'
import type { HttpRequest } from '../http/http-request.ts'
import type { MatchOptions } from '../matcher/match-options.ts'
import { createSession } from '../open/create-session.ts'
import { openCassette } from '../open/open-cassette.ts'
import { diagnose } from './diagnose.ts'

const request = (method: string, url: string, body?: unknown): HttpRequest => ({
  method,
  url,
  headers: [['content-type', 'application/json']],
  body: new TextEncoder().encode(body === undefined ? '' : JSON.stringify(body)),
})

const chat = (...contents: string[]): object => ({ model: 'gpt-5', messages: contents.map((content) => ({ content })) })
const CHAT = 'https://api.example.com/v1/chat'

const cassette = (...requests: HttpRequest[]) => ({
  format: 'go-vcr-2',
  path: 'chat.yaml',
  interactions: requests.map((recorded, index) => ({
    request: recorded as never,
    response: { status: 200, statusText: 'OK', headers: [], body: new Uint8Array() },
    line: index * 10 + 3,
  })),
})

const session = (match: MatchOptions, ...requests: HttpRequest[]) =>
  createSession({ source: cassette(...requests), options: { match, mode: 'replay' }, saving: 'deferred' })

beforeAll(async () => {
  await session({}).keyParts.load()
})

test('reports the nearest interaction, its differences and the advice that applies', () => {
  const recorded = [request('GET', CHAT), request('POST', CHAT, chat('hi')), request('POST', CHAT, chat('hi', 'Olá'))]
  const error = diagnose(request('POST', CHAT, chat('hi', 'Oi')), [session({}, ...recorded)])
  expect(error.message).toMatchInlineSnapshot(`
    "No recorded interaction matches POST https://api.example.com/v1/chat

      cassette  chat.yaml (mode: replay, 0 of 3 played)
      nearest   #2 at chat.yaml:23
        method  equal
        url     equal
        body    1 difference
          $.messages[1].content
            recorded  "Olá"
            received  "Oi"

      - If the request changed on purpose, record it: MSW_CASSETTE_MODE=heal replaces the parts that changed, MSW_CASSETTE_MODE=record the whole cassette."
  `)
  expect(error).toMatchObject({
    code: 'cassette_mismatch',
    reason: 'never-recorded',
    nearest: { path: 'chat.yaml', index: 2, line: 23 },
    differences: [{ path: '$.messages[1].content', recorded: 'Olá', received: 'Oi' }],
    expected: { method: 'POST', url: CHAT, body: chat('hi', 'Olá') },
    actual: { method: 'POST', url: CHAT, body: chat('hi', 'Oi') },
  })
})

test('distinguishes an interaction that was already played from one that was never recorded', async () => {
  const played = openCassette(cassette(request('POST', CHAT, chat('hi')), request('POST', CHAT, chat('hi'))), {
    mode: 'replay',
  })
  for (const _ of [1, 2, 3]) await played.fetch(CHAT, { method: 'POST', body: JSON.stringify(chat('hi')) })
  const [error] = played.mismatches
  expect(error?.message).toMatchInlineSnapshot(`
    "Already played (2 of 2), and requested again: POST https://api.example.com/v1/chat

      cassette  chat.yaml (mode: replay, 2 of 2 played)
      recorded  #0 at chat.yaml:3
        method  equal
        url     equal
        body    equal

      - If the code is supposed to send this request more often, repeat the recording: { repeat: 'last' } or { repeat: 'all' }.
      - Otherwise, the code under test sends one request too many."
  `)
  expect(error).toMatchObject({ reason: 'already-played', differences: [], nearest: { recorded: 2 } })
  expect([error?.expected, error?.actual]).toEqual([undefined, undefined])
})

test('offers to add to the cassette only if nothing would be left unplayed', async () => {
  const opened = session({}, request('POST', CHAT, chat('hi')))
  const changed = request('POST', CHAT, chat('hello'))
  const advice = (): string | undefined => diagnose(changed, [opened]).advice[0]
  expect(advice()).toBe(
    'If the request changed on purpose, record it: MSW_CASSETTE_MODE=heal replaces the parts that changed, MSW_CASSETTE_MODE=record the whole cassette.',
  )
  await opened.fetch(CHAT, { method: 'POST', body: JSON.stringify(chat('hi')) })
  expect(advice()).toBe(
    'If the request changed on purpose, record it: MSW_CASSETTE_MODE=heal replaces the parts that changed, MSW_CASSETTE_MODE=record the whole cassette, MSW_CASSETTE_MODE=new-episodes adds to it.',
  )
})

test('gives advice on the query, the host or the body, whichever differs', () => {
  const adviceOn = (received: HttpRequest, recorded: HttpRequest): readonly string[] =>
    diagnose(received, [session({}, recorded)]).advice.slice(1)
  expect({
    query: adviceOn(request('GET', `${CHAT}?api-version=2`), request('GET', `${CHAT}?api-version=1`)),
    host: adviceOn(request('GET', CHAT), request('GET', CHAT.replace('api', 'eu'))),
    id: adviceOn(request('POST', CHAT, { ...chat('a'), id: 2 }), request('POST', CHAT, { ...chat('b'), id: 1 })),
    question: adviceOn(request('POST', CHAT, chat('a')), request('POST', CHAT, chat('b'))),
    text: adviceOn({ ...request('POST', CHAT), body: new TextEncoder().encode('a') }, request('POST', CHAT)),
  }).toMatchInlineSnapshot(`
    {
      "host": [
        "If the two addresses mean the same, give them one name: { match: { url: (url) => … } }.",
      ],
      "id": [
        "If a value changes on every run, ignore it: { match: { ignoreBody: ['$.id'] } }.",
      ],
      "query": [
        "If the query is irrelevant, ignore it: { match: { ignoreQuery: ['api-version'] } }.",
      ],
      "question": [],
      "text": [
        "If the body is irrelevant, ignore it: { match: { body: 'ignore' } }.",
      ],
    }
  `)
})

const UUIDS = ['3f0b1a52-6c1e-4c5b-9d0e-1f2a3b4c5d6e', '9a8b7c6d-5e4f-4a3b-8c2d-1e0f9a8b7c6d'] as const

/** The option in the first advice. */
const optionFor = (recorded: HttpRequest, received: HttpRequest, match: MatchOptions = {}): string | undefined =>
  /(?<=makes the request match: )\{.*\}(?=\.$)/.exec(
    diagnose(received, [session(match, recorded)]).advice[0] ?? '',
  )?.[0]

test.each<[string, [unknown, unknown], string]>([
  ['a UUID in a text', [chat(`Run ${UUIDS[0]}`), chat(`Run ${UUIDS[1]}`)], "mask: ['uuid']"],
  ['a date', [chat('Today is 2026-11-24.'), chat('Today is 2026-11-25.')], "mask: ['iso-date']"],
  ['a local date', [chat("Today's date: 1/1/2025"), chat("Today's date: 11/24/2026")], "mask: ['date']"],
  ['a time', [chat('It is 8:02 AM'), chat('It is 11:15 PM')], "mask: ['time']"],
  ['a Unix time', [{ created: 1764173406 }, { created: 1764173499.5 }], "mask: ['unix-time']"],
  [
    'two kinds',
    [
      { a: UUIDS[0], b: ['2026-11-24'] },
      { a: UUIDS[1], b: ['2026-11-25'] },
    ],
    "mask: ['uuid', 'iso-date']",
  ],
  ['a name', [{ files: { [UUIDS[0]]: 1 } }, { files: { [UUIDS[1]]: 1 } }], "mask: ['uuid']"],
  [
    'a path of ids',
    [{ m: [{ id: 'a' }, { id: 'b' }] }, { m: [{ id: 'c' }, { id: 'd' }] }],
    "ignoreBody: ['$.m[*].id']",
  ],
  [
    'an invented call id',
    [
      { parts: [{ functionCall: { id: 'aB3dE5fG7hI9jK1m' } }] },
      { parts: [{ functionCall: { id: 'Zy9Xw8Vu7Ts6Rq5P' } }] },
    ],
    "ignoreBody: ['$.parts[*].functionCall.id']",
  ],
  ['a hash', [chat('4bf92f3577b34da6'), chat('a3ce929d0e0e4736')], "mask: ['hex']"],
  ['a seed', [{ seed: 5 }, { seed: 77 }], "ignoreBody: ['$.seed']"],
  ['an unknown random word', [chat('Run k3j9x1 ends.'), chat('Run p0q8z ends.')], 'mask: [/Run [\\w-]+/]'],
  [
    'a UUID and an id',
    [
      { ...chat(UUIDS[0]), traceId: 'x' },
      { ...chat(UUIDS[1]), traceId: 'y' },
    ],
    "mask: ['uuid'], ignoreBody: ['$.traceId']",
  ],
])('the first advice on %s is an option that makes the request match', (_kind, [recorded, received], option) => {
  const requests = [request('POST', CHAT, recorded), request('POST', CHAT, received)] as const
  expect(optionFor(...requests)).toBe(`{ match: { ${option} } }`)
  const { match } = new Function(`return ${optionFor(...requests)}`)() as { match: MatchOptions }
  const { matcher } = session(match)
  expect(matcher.key(requests[0])).toBe(matcher.key(requests[1]))
})

test('the first advice also covers paths and queries, and adds to the options of the session', () => {
  const url = (id: string): HttpRequest => request('GET', `https://a.test/threads/${id}/runs`)
  expect(optionFor(url(UUIDS[0]), url(UUIDS[1]))).toBe("{ match: { mask: ['uuid'] } }")
  const query = (nonce: string): HttpRequest => request('GET', `https://a.test/?nonce=${nonce}`)
  expect(optionFor(query('a'), query('b'))).toBe("{ match: { ignoreQuery: ['nonce'] } }")
  const both = (id: string, day: string): HttpRequest => request('POST', CHAT, { id, day })
  expect(optionFor(both(UUIDS[0], '2026-11-24'), both(UUIDS[1], '2026-11-25'), { mask: ['uuid'] })).toBe(
    "{ match: { mask: ['iso-date'] } }",
  )
})

test.each<[string, unknown, unknown]>([
  ['a question', chat('hi'), chat('bye')],
  ['a question and a UUID', chat(`hi ${UUIDS[0]}`), chat(`bye ${UUIDS[1]}`)],
  ['a dated model', { model: 'gpt-4o-2024-08-06' }, { model: 'gpt-4o-2024-11-20' }],
  ['a number', { temperature: 0.1 }, { temperature: 0.2 }],
  ['a count in a text', chat('Say hi 3 times'), chat('Say hi 5 times')],
  ['a missing id', { id: 1 }, {}],
])('%s is not taken for a text that changes on every run', (_kind, recorded, received) => {
  const requests = [request('POST', CHAT, recorded), request('POST', CHAT, received)] as const
  expect(diagnose(requests[1], [session({}, requests[0])]).advice[0]).toMatch(/^If the request changed on purpose/)
})

test('advises to ignore nothing if the method differs, and no body if the URL differs', () => {
  const text = (method: string, url: string, body: string): HttpRequest => ({
    ...request(method, url),
    body: new TextEncoder().encode(body),
  })
  const adviceOn = (received: HttpRequest): string =>
    diagnose(received, [session({}, text('POST', `${CHAT}?v=1`, 'a'))]).advice.join('\n')
  expect(adviceOn(text('POST', `${CHAT}?v=1`, 'b'))).toContain("body: 'ignore'")
  expect(adviceOn(text('PUT', `${CHAT}?v=1`, 'b'))).not.toMatch(/ignore|match:/)
  expect(adviceOn(text('GET', `${CHAT}?v=2`, ''))).not.toMatch(/ignore|match:/)
  expect(adviceOn(text('POST', CHAT.replace('chat', 'embed'), 'b'))).not.toContain("body: 'ignore'")
})

test('shows no credential, wherever it is in the request', () => {
  const secrets = ['sk-1234567890abcdefghij', 'AIzaSyA1234567890abcdefghijklmnopqrstuv', 'hunter2']
  const [openai, google, password] = secrets as [string, string, string]
  const received = request('POST', `${CHAT}?key=${google}`, { ...chat(`my key: ${openai}`), auth: { password } })
  const error = diagnose(received, [session({}, request('POST', CHAT, chat('hi')))])
  const everything = JSON.stringify({ ...error, message: error.message })
  expect(secrets.filter((secret) => everything.includes(secret))).toEqual([])
})

test('reports that two credentials differ without showing them', () => {
  const recorded = request('POST', CHAT, { text: 'sk-1234567890abcdefghij' })
  const error = diagnose(request('POST', CHAT, { text: 'sk-abcdefghij1234567890' }), [session({}, recorded)])
  expect(error.differences).toEqual([{ path: '$.text', recorded: '[secret]', received: '[secret] (another)' }])
  const named = diagnose(request('GET', 'https://a.test/'), [session({}, request('GET', 'https://me:hunter2@b.test/'))])
  expect(named.nearest?.url).toBe('https://[secret]@b.test/')
})

test('truncates long values around their first difference', () => {
  const long = `${'a'.repeat(500)}X${'b'.repeat(500)}`
  const recorded = request('POST', CHAT, chat(long))
  const error = diagnose(request('POST', CHAT, chat(long.replace('X', 'Y'))), [session({}, recorded)])
  expect(error.message).toContain(`recorded  …${'a'.repeat(24)}X${'b'.repeat(75)}…`)
  expect(error.differences).toEqual([
    { path: '$.messages[0].content', recorded: long, received: long.replace('X', 'Y') },
  ])
})

test('lists at most ten cassettes', () => {
  const error = diagnose(
    request('GET', CHAT),
    Array.from({ length: 13 }, () => session({}, request('POST', CHAT))),
  )
  expect(error.message.match(/^ {2}(?:cassette|…).*$/gm)?.slice(-2)).toEqual([
    '  cassette  chat.yaml (mode: replay, 0 of 1 played)',
    '  … and 3 more',
  ])
  expect(error.cassettes).toHaveLength(13)
})

test('truncates a long URL and a long path in the message, but not in the fields', () => {
  const url = `${CHAT}?data=${'x'.repeat(5_000)}`
  const key = 'k'.repeat(5_000)
  const error = diagnose(request('POST', url, { [key]: 1 }), [session({}, request('POST', CHAT, {}))])
  expect(error.message.length).toBeLessThan(2_000)
  expect(error.request.url).toBe(url)
  expect(error.differences.at(-1)?.path).toBe(`$.${key}`)
})

test('writes no control characters', () => {
  const received = request('POST', CHAT, chat('\u001b[31mred\u009b'))
  const error = diagnose(received, [session({}, request('POST', `${CHAT}/\u001b[2J`, chat('hi')))])
  // biome-ignore lint/suspicious/noControlCharactersInRegex: their absence is what is tested.
  expect(error.message).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f]/)
})

test('reports an empty cassette, and a recorded URL that is not valid', () => {
  const empty = diagnose(request('GET', CHAT), [session({})])
  const placeholder = diagnose(request('GET', CHAT), [session({}, request('GET', '<API_BASE>/chat'))])
  expect([empty.message, placeholder.message]).toMatchInlineSnapshot(`
    [
      "No recorded interaction matches GET https://api.example.com/v1/chat: nothing is recorded

      cassette  chat.yaml (mode: replay, 0 of 0 played)

      - Record the request into this cassette with MSW_CASSETTE_MODE=new-episodes, or correct the path of the cassette.",
      "No recorded interaction matches GET https://api.example.com/v1/chat

      cassette  chat.yaml (mode: replay, 0 of 1 played)
      nearest   #0 at chat.yaml:3
        GET <API_BASE>/chat (not a URL: nothing can match it)

      - Record the request into this cassette with MSW_CASSETTE_MODE=new-episodes, or correct the path of the cassette.",
    ]
  `)
})

test('finds the nearest interaction among thousands with the same URL', () => {
  const many = Array.from({ length: 3_000 }, (_, index) => request('POST', CHAT, chat(`question ${index}`)))
  const error = diagnose(request('POST', CHAT, chat('question 2345, again')), [session({}, ...many)])
  expect(error.nearest?.index).toBe(2_345)
})

test('searches all cassettes, even if one has thousands of interactions', () => {
  const many = Array.from({ length: 5_000 }, (_, index) => request('POST', CHAT, chat(`question ${index}`)))
  const near = request('POST', CHAT, chat('hi', 'there'))
  const error = diagnose(request('POST', CHAT, chat('hi', 'you')), [session({}, ...many), session({}, near)])
  expect(error.message).toContain('in any of 2 cassettes')
  expect(error.cassettes.map(({ interactions }) => interactions)).toEqual([5_000, 1])
})
