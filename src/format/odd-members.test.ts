import { expect, test } from 'vitest'
import { refusal } from '../../test/refusal.ts'
import { parseCassette } from './parse-cassette.ts'
import { stringifyCassette } from './stringify-cassette.ts'

const goVcr = (headers: string): string =>
  `version: 2\ninteractions:\n- request:\n    url: https://a.test/\n    method: GET\n    headers: {${headers}}\n  response: {code: 200}\n`

const evil = { toString: 1, valueOf: null, __proto__: null, constructor: { prototype: 2 }, hasOwnProperty: 3 }
const har = (request: object, response: object): string =>
  JSON.stringify({
    log: {
      entries: [
        { request: { method: 'GET', url: 'https://a.test/', ...request }, response: { status: 200, ...response } },
      ],
    },
  })

test.each([
  ['HAR: a map', har({ headers: { a: evil } }, {})],
  ['HAR: a list of maps', har({ headers: [{ name: 'a', value: evil }] }, {})],
  ['HAR: a name', har({}, { headers: [{ name: evil, value: 'x' }] })],
  ['HAR: a pair', har({}, { headers: [[evil, 'x']] })],
  ['HAR: a list in a list', har({}, { headers: [['a', [[evil]]]] })],
  [
    'nock',
    JSON.stringify([
      { scope: 'https://a.test', path: '/', method: 'GET', status: 200, response: '', rawHeaders: ['a', evil] },
    ]),
  ],
  [
    'vcrpy',
    `version: 1\ninteractions:\n- request: {method: GET, uri: 'https://a.test/', headers: {a: [${JSON.stringify(evil)}]}}\n  response: {status: {code: 200}, headers: {}, body: {string: ''}}\n`,
  ],
])('headers of %s that are objects with odd members are refused', (_title, text) => {
  expect(refusal(() => parseCassette(text, { path: 'a' }))).toMatchObject({ code: 'cassette_invalid' })
})

test('names that every object inherits are read like all other names', () => {
  const names = ['__proto__', 'constructor', 'hasOwnProperty', 'toString', 'valueOf']
  const text = goVcr(names.map((name) => `${name}: [x]`).join())
  expect(parseCassette(text).interactions[0]?.request.headers).toEqual(names.map((name) => [name, 'x']))
  const form = har({ postData: { params: names.map((name) => ({ name, value: evil })) } }, {})
  expect(parseCassette(form).interactions[0]?.request.body.length).toBeGreaterThan(100)
})

/** A cassette in JSON, which is also YAML, with half of a surrogate pair in each text. */
const HALF = 'a\ud800'
const halves = {
  'go-vcr 2': JSON.stringify({
    version: 2,
    interactions: [
      {
        request: { url: `https://a.test/${HALF}`, method: 'GET', headers: { A: [HALF] }, body: HALF },
        response: { code: 200, status: `200 ${HALF}`, headers: { B: [HALF] }, body: HALF },
      },
    ],
  }),
  HAR: har(
    { url: `https://a.test/${HALF}`, headers: [{ name: 'A', value: HALF }], postData: { text: HALF } },
    { statusText: HALF, headers: [{ name: 'B', value: HALF }], content: { text: HALF } },
  ),
}

test.each(Object.entries(halves))(
  'half of a surrogate pair in %s is read as U+FFFD, as Go reads it',
  (_title, text) => {
    const [before] = parseCassette(text).interactions
    const [after] = parseCassette(stringifyCassette(parseCassette(text))).interactions
    const read = (interaction: typeof before) => ({
      url: interaction?.request.url,
      headers: [interaction?.request.headers, interaction?.response.headers],
      statusText: interaction?.response.statusText,
      bodies: [interaction?.request.body, interaction?.response.body].map((body) => new TextDecoder().decode(body)),
    })
    expect(read(before)).toEqual({
      url: 'https://a.test/a\ufffd',
      headers: [[['A', 'a\ufffd']], [['B', 'a\ufffd']]],
      statusText: 'a\ufffd',
      bodies: ['a\ufffd', 'a\ufffd'],
    })
    expect(read(after)).toEqual(read(before))
  },
)
