import { expect, test } from 'vitest'
import { buildGet, buildRequest, matchRequests } from '../../test/match-requests.ts'
import { findMaskedTexts, type MaskName, maskNames, toTextMask } from './masks.ts'
import { createRequestMatcher } from './request-matcher.ts'

const samples: Record<MaskName, { changing: string[]; fixed: string[] }> = {
  uuid: {
    changing: [
      '3f0b1a52-6c1e-4c5b-9d0e-1f2a3b4c5d6e',
      'urn:uuid:3F0B1A52-6C1E-7C5B-9D0E-1F2A3B4C5D6F',
      'run_{3f0b1a52-6c1e-4c5b-9d0e-1f2a3b4c5d6e}',
    ],
    fixed: ['3f0b1a52-6c1e-4c5b-9d0e', 'a3f0b1a52-6c1e-4c5b-9d0e-1f2a3b4c5d6e'],
  },
  ulid: {
    changing: ['01ARZ3NDEKTSV4RRFFQ69G5FAV', 'run_01arz3ndektsv4rrffq69g5fav'],
    fixed: ['01ARZ3NDEKTSV4RRFFQ69G5FAVX'],
  },
  'iso-date': {
    changing: [
      '2026-11-24',
      'Today is 2026-11-24.',
      '2026-11-24T08:02:57.932Z',
      '2026-11-24 08:02:57,932',
      '2026-11-24T08:02+01:00',
      'log-2026-11-24_08-02-57.txt',
      '20261124T080257Z',
    ],
    fixed: ['2026-11', '+49-2026-11-24-1', '20261124'],
  },
  date: {
    changing: [
      'Tue, 24 Nov 2026 08:02:57 GMT',
      'Tue Nov 24 2026 08:02:57 GMT+0100 (Central European Standard Time)',
      'Tue Nov 24 08:02:57 2026',
      'November 24, 2026',
      "Today's date: 1/1/2025",
      '11/24/2026, 8:02:57 AM',
      '24.11.2026',
      '2026/11/24',
      'Tuesday, November 24th, 2026 at 8:02 AM',
      '24-Nov-2026',
    ],
    fixed: ['Mayor 5', 'version 1.2', '3/4 cups'],
  },
  time: { changing: ['08:02', '8:02:57 PM', '08:02:57.123Z', 'at 08:02.'], fixed: ['1:2', 'a ratio of 16:9', '::1'] },
  'unix-time': {
    changing: [
      '1764173406',
      '1764173406.123',
      '1764173406123',
      '1764173406123456',
      '1764173406123456789',
      'ts=1764173406',
    ],
    fixed: ['17641734', '+491764173406-1', '17641734061', '9764173406', 'v1764173406'],
  },
  'temp-path': {
    changing: [
      '/tmp/abc-x1/file.txt',
      '/private/var/folders/9x/k2_q/T/run-1/a.json',
      'C:\\Users\\me\\AppData\\Local\\Temp\\x1',
      'See /tmp/x.',
    ],
    fixed: ['/home/tmp', '/tmp'],
  },
  'local-port': {
    changing: ['http://localhost:41234/x', '127.0.0.1:8080', '[::1]:3000'],
    fixed: ['example.com:8080', 'localhost'],
  },
  hex: {
    changing: ['4bf92f3577b34da6a3ce929d0e0e4736', '00-4bf92f3577b34da6', 'sha1:da39a3ee5e6b'],
    fixed: ['123456789012', 'deadbeef', 'abcdefabcdef', '4bf92f3577b34da6g'],
  },
  'random-id': {
    changing: ['aB3dE5fG7hI9jK1m', 'call_Xy12345678', 'chatcmpl-9xYzAb'],
    fixed: ['claude-sonnet-4-20250514', 'gpt-4o-2024-08-06', 'Short1a', 'HelloWorldAgain', 'iVBORw0KGgo+AAAA/8x'],
  },
}

test.each(Object.entries(samples))('the mask %s masks whole texts and nothing else', (name, { changing, fixed }) => {
  const mask = toTextMask([name as MaskName])
  expect(changing.filter((text) => !mask(text).includes(`(${name})`))).toEqual([])
  expect(
    changing
      .map(mask)
      .filter((text) => name !== 'uuid' && /\d{2}/.test(text.replaceAll('127.0.0.1', '').replace('00-', ''))),
  ).toEqual([])
  expect(fixed.filter((text) => mask(text) !== text)).toEqual([])
})

const UUIDS = ['3f0b1a52-6c1e-4c5b-9d0e-1f2a3b4c5d6e', '9a8b7c6d-5e4f-4a3b-8c2d-1e0f9a8b7c6d'] as const

test.each([
  ['a member', (id: string) => buildRequest(`{"id":"${id}"}`)],
  ['a text', (id: string) => buildRequest(`{"messages":[{"content":"Run ${id} now."}]}`)],
  ['the name of a member', (id: string) => buildRequest(`{"files":{"${id}":1,"x":2}}`)],
  ['a body of text', (id: string) => buildRequest(`run ${id}`, [['content-type', 'text/plain']])],
  ['a form', (id: string) => buildRequest(`a=1&id=${id}`, [['content-type', 'application/x-www-form-urlencoded']])],
  ['a path', (id: string) => buildGet(`https://api.test/runs/${id}/steps`)],
  ['a query', (id: string) => buildGet(`https://api.test/runs?id=${id}`)],
  [
    'a multipart body',
    (id: string) =>
      buildRequest(
        `--${id}\r\ncontent-disposition: form-data; name="a"; filename="${id}.txt"\r\n\r\n${id}\r\n--${id}--\r\n`,
        [['content-type', `multipart/form-data; boundary=${id}`]],
      ),
  ],
])('`mask` masks %s on both sides', (_place, build) => {
  const [a, b] = [build(UUIDS[0]), build(UUIDS[1])]
  expect(matchRequests(a, b)).toBe(false)
  expect(matchRequests(a, b, { mask: ['uuid'] })).toBe(true)
  expect(matchRequests(a, b, { mask: [/[\da-f]{8}-[\da-f-]{27}/] })).toBe(true)
  expect(matchRequests(a, b, { mask: ['iso-date'] })).toBe(false)
})

test('`mask` masks compared headers, JSON numbers and percent-encoded paths', () => {
  const header = (id: string) => buildRequest('{}', [['x-run', `run ${id}`]])
  expect(matchRequests(header(UUIDS[0]), header(UUIDS[1]), { headers: ['x-run'], mask: ['uuid'] })).toBe(true)
  const seconds = ['{"created":1764173406}', '{"created":1764173407.5}', '{"created":1764173407123456789}']
  for (const body of seconds)
    expect(matchRequests(buildRequest('{"created":1764173400}'), buildRequest(body), { mask: ['unix-time'] })).toBe(
      true,
    )
  expect(matchRequests(buildRequest('{"n":5}'), buildRequest('{"n":6}'), { mask: maskNames })).toBe(false)
  const path = (time: string) => buildGet(`https://api.test/at/${time}`)
  expect(matchRequests(path('2026-11-24T08%3A02%3A57Z'), path('2026-11-25T09:03:58Z'), { mask: ['iso-date'] })).toBe(
    true,
  )
})

test('`mask` keeps two members whose names become equal, and everything that is not masked', () => {
  const [a, b] = UUIDS
  const files = (x: number, y: number) => buildRequest(`{"files":{"${a}":${x},"${b}":${y}}}`)
  expect(matchRequests(files(1, 2), files(1, 3), { mask: ['uuid'] })).toBe(false)
  const ask = (question: string, id: string) => buildRequest(JSON.stringify({ content: `${question} ${id}` }))
  expect(matchRequests(ask('hi', a), ask('bye', b), { mask: ['uuid'] })).toBe(false)
})

test('`mask` accepts regular expressions with any flags, and of another realm', () => {
  const run = (id: string) => buildRequest(JSON.stringify({ content: `Run ${id}, run ${id}` }))
  for (const mask of [/run \w+/i, /Run \w+|run \w+/g, /[Rr]un \w+/y, structuredClone(/run \w+/gi)])
    for (const _ of [1, 2]) expect(matchRequests(run('k3j9'), run('p0'), { mask: [mask] })).toBe(true)
})

test.each(maskNames)('`%s` masks 600 KB of anything before the test times out', (name) => {
  // If the time grew with the square of the size, some of these would take several minutes.
  const mask = toTextMask([name])
  const pieces = [
    'a',
    '0',
    'A0a',
    ' ',
    '-',
    '.',
    ':',
    '/',
    '\\\\',
    '(',
    'Mon ',
    'Mon',
    '12:00 (',
    '12:00  (',
    '12:00:00.0',
    '1',
    '2026-11-24',
    'Nov ',
  ]
  const more = [
    '/tmp/',
    '/tmp/.',
    '/tmp',
    'C:/Users/a/AppData/Local/Temp/',
    'localhost:',
    '1234567890',
    '20261124T',
    'aB3-',
    '11/24/',
  ]
  for (const piece of [...pieces, ...more]) {
    for (const end of ['', '~', ' ']) mask(piece.repeat(600_000 / piece.length) + end)
  }
})

test('many members whose names become equal are masked before the test times out', () => {
  const members = Array.from(
    { length: 50_000 },
    (_, index) => `"${index.toString(16).padStart(8, '0')}${UUIDS[0].slice(8)}":1`,
  )
  const { key } = createRequestMatcher({ mask: ['uuid'] })
  expect(key(buildRequest(`{${members.join()}}`))).toContain('"(uuid) 50000":1')
})

test('the texts that masks match are found with the mask that matches first', () => {
  expect(findMaskedTexts('On 2026-11-24 at 08:02, 3f0b1a52-6c1e-4c5b-9d0e-1f2a3b4c5d6e was played')).toEqual([
    { mask: 'uuid', text: '3f0b1a52-6c1e-4c5b-9d0e-1f2a3b4c5d6e' },
    { mask: 'iso-date', text: '2026-11-24' },
    { mask: 'time', text: '08:02' },
  ])
})

test('a mask covers the headers that are compared, and nothing else of them', () => {
  const { key } = createRequestMatcher({ headers: ['x-run'], mask: ['iso-date'] })
  const run = (value: string) =>
    key({ method: 'GET', url: 'https://api.test/', headers: [['x-run', value]], body: new Uint8Array() })
  expect(run('a 2026-11-24')).toBe(run('a 2026-11-25'))
  expect(run('a 2026-11-24')).not.toBe(run('b 2026-11-24'))
})
