import { parseCassette, stringifyCassette } from 'msw-cassette'
import { expect, test } from 'vitest'
import { readGoVcr2Fast } from '../src/format/go-vcr-2/fast/read-fast.ts'

const decode = (bytes: Uint8Array | undefined): string => new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes)

const goVcr = (version: 1 | 2, body: string, response = body): string =>
  `version: ${version}\ninteractions:\n- request:\n    url: https://a.test/\n    method: POST\n    body: ${body}\n` +
  `    headers: {A: [${/^[|']/.test(body) ? 'x' : body}]}\n  response:\n    body: ${response}\n    code: 200\n    status: 200 OK\n`

const vcrpy = (body: string): string =>
  `interactions:\n- request:\n    body: ${body}\n    headers: {A: [${body}]}\n    method: POST\n    uri: https://a.test/\n` +
  `  response:\n    body:\n      string: ${body}\n    headers: {}\n    status: {code: 200, message: OK}\nversion: 1\n`

const rubyVcr = (body: string): string =>
  `http_interactions:\n- request:\n    method: post\n    uri: https://a.test/\n    body: {encoding: UTF-8, string: ${body}}\n` +
  `    headers: {A: [${body}]}\n  response:\n    status: {code: 200, message: OK}\n    headers: {}\n` +
  `    body: {encoding: UTF-8, string: ${body}}\n  recorded_at: Wed, 19 Aug 2026 14:41:35 GMT\n`

/** Reads both bodies and the request's header. */
function readTexts(text: string): (string | undefined)[] {
  const [interaction] = parseCassette(text).interactions
  const { request, response } = interaction ?? {}
  return [decode(request?.body), decode(response?.body), request?.headers[0]?.[1]]
}

test.each([
  ...['-3e-5', '+.5', '3e5', '1e400', '-0', '+1', '1.50', '1.', '.5e+3', '-.inf', '.nan', '12345678901234567890'],
  ...['0o17', '017', '0x1F', '0b101', '1_000', '1:30', '190:20:30.15', '2026-01-01', '2026-11-26 12:00:00.5 +1'],
  ...['true', 'True', 'yes', 'NO', 'off', 'y', '=', '<<'],
])('the unquoted %s is text wherever a text is expected', (text) => {
  for (const file of [goVcr(1, text), goVcr(2, text), vcrpy(text), rubyVcr(text)])
    expect(readTexts(file)).toEqual([text, text, text])
})

test.each(['null', '~', 'Null', ''])('the unquoted %j is no text', (text) => {
  for (const file of [goVcr(1, text), goVcr(2, text), vcrpy(text), rubyVcr(text)])
    expect(readTexts(file).slice(0, 2)).toEqual(['', ''])
})

test('a number is text behind an alias and a merge key too', () => {
  const text = `common: &common {body: 1.50, headers: &h {A: 0x1F}}\n${goVcr(2, 'x')}`
    .replace('    body: x\n    headers: {A: [x]}\n', '    <<: *common\n')
    .replace('    body: x\n', '    body: &n 1e3\n    headers: *h\n')
  const [interaction] = parseCassette(text).interactions
  expect([decode(interaction?.request.body), interaction?.request.headers]).toEqual(['1.50', [['A', '0x1F']]])
  expect([decode(interaction?.response.body), interaction?.response.headers]).toEqual(['1e3', [['A', '0x1F']]])
})

test('a merge key adds the fields that a map lacks, from one map or several', () => {
  const text = `defaults:
- &json {headers: {Content-Type: application/json}, method: POST}
- &host {url: 'https://a.test/', method: PUT}
version: 2
interactions:
- request: {<<: [*json, *host], body: a}
  response: {code: 200}
- request: {<<: *host, method: GET, '<<': ignored}
  response: {code: 204}
`
  expect(parseCassette(text).interactions.map(({ request }) => [request.method, request.url, request.headers])).toEqual(
    [
      ['POST', 'https://a.test/', [['Content-Type', 'application/json']]],
      ['GET', 'https://a.test/', []],
    ],
  )
})

test('bytes of Python are base64, as !!binary is', () => {
  const bytes = ['!!python/bytes "/wAB"', '!!binary "/wAB"'].map((body) => {
    const [interaction] = parseCassette(vcrpy('x').replaceAll(': x\n', `: ${body}\n`)).interactions
    return [interaction?.request.body, interaction?.response.body]
  })
  expect(bytes).toEqual([1, 2].map(() => [new Uint8Array([255, 0, 1]), new Uint8Array([255, 0, 1])]))
})

test('VCR.py: in a parsed body, a text that is no number for Python stays text', () => {
  const text = vcrpy('x').replace(
    '    body: x\n',
    "    parsed_body: {a: -3e-5, b: +.5, c: 1.0e-05, d: [1, 2.5, -7, 3e5], e: '1', f: .5}\n",
  )
  expect(readTexts(text)[0]).toBe('{"a":"-3e-5","b":"+.5","c":0.00001,"d":[1,2.5,-7,"3e5"],"e":"1","f":0.5}')
})

const LINE = '\u2028'
const PARAGRAPH = '\u2029'
const INDENT = '      '

test.each([
  ['in a block', `|\n${INDENT}a${LINE}${INDENT}b\n${INDENT}c`, `a${LINE}b\nc\n`],
  ['in a block, before more spaces than the indentation', `|-\n${INDENT}a${PARAGRAPH}${INDENT}  b`, `a${PARAGRAPH}  b`],
  ['in a block, on a line of its own', `|+\n${INDENT}a\n${LINE}\n${INDENT}b\n`, `a\n${LINE}\nb\n\n`],
  ['in quotes', `'a${LINE}${INDENT}b'`, `a${LINE}b`],
  [
    'in quotes, after other line breaks',
    `'a\n\n${LINE}${INDENT}it''s${PARAGRAPH}\n${INDENT}b'`,
    `a\n${LINE}it's${PARAGRAPH}\nb`,
  ],
  ['in quotes, at the end, as Go writes it', `'a${LINE}${LINE}'`, `a${LINE}${LINE}`],
  ['in quotes, at the end, as libyaml writes it', `'a${LINE}${INDENT}'`, `a${LINE}`],
  ['in double quotes', `"a${LINE} b${LINE}${INDENT}c"`, `a${LINE} b${LINE}${INDENT}c`],
  ['unquoted', `a${LINE}${INDENT}b`, `a${LINE}${INDENT}b`],
])('a line separator %s is read as the writer meant it', (_title, yaml, text) => {
  const file = goVcr(2, yaml)
  expect(readTexts(file).slice(0, 2)).toEqual([text, text])
  expect(readGoVcr2Fast(new TextEncoder().encode(file), 'a.yaml')).toBeUndefined()
  expect(parseCassette(file).interactions[0]?.line).toBe(3)
  expect(readTexts(stringifyCassette(parseCassette(file))).slice(0, 2)).toEqual([text, text])
})

test('a separator at the end of a block is the line break before the next key', () => {
  const file = goVcr(2, 'x').replaceAll(/ {4}body: x\n/g, `    body: |\n${INDENT}a\n${INDENT}b${LINE}`)
  expect(readTexts(file)).toEqual([`a\nb${LINE}`, `a\nb${LINE}`, 'x'])
})

test('a separator that no indentation follows is a character, as for writers of YAML 1.2', () => {
  const body = `|\n${INDENT}a${LINE}b: c\n${INDENT}d${LINE}${INDENT}e`
  expect(readTexts(goVcr(2, body))[0]).toBe(`a${LINE}b: c\nd${LINE}${INDENT}e\n`)
})

test('an error behind a separator has the line of the file', () => {
  const file = goVcr(2, `|\n${INDENT}a${LINE}${INDENT}b`).replace('code: 200', 'code: 99')
  expect(() => parseCassette(file, { path: 'a.yaml' })).toThrow(/a\.yaml:12:11: .*code is 99/)
})
