import { expect, test } from 'vitest'
import { parse } from 'yaml'
import type { HeaderPair, Interaction } from '../../cassette.ts'
import { parseCassette } from '../parse-cassette.ts'
import { stringifyCassette } from '../stringify-cassette.ts'
import { writeGoForm } from './go-form.ts'

const FORM: HeaderPair[] = [['Content-Type', 'application/x-www-form-urlencoded; charset=UTF-8']]
const encode = (text: string) => new TextEncoder().encode(text)

const build = (method: string, query: string, body: string | Uint8Array<ArrayBuffer>, headers = FORM): Interaction => ({
  request: {
    method,
    url: `https://api.test/${query}`,
    headers,
    body: typeof body === 'string' ? encode(body) : body,
  },
  response: { status: 200, statusText: 'OK', headers: [], body: encode('') },
})

function formOf(...input: Parameters<typeof build>): unknown {
  const interaction = build(...input)
  const text = stringifyCassette({ interactions: [interaction] })
  expect(parseCassette(text).interactions.map(({ request }) => request)).toEqual([interaction.request])
  return parse(text, { mapAsMap: false, version: '1.1' }).interactions[0].request.form
}

test.each(['POST', 'PUT', 'PATCH'])('in a %s request, the fields of the body precede those of the query', (method) => {
  expect(formOf(method, '?a=0&z=9&a=7', 'a=1&b=2&a=0')).toEqual({ a: ['1', '0', '0', '7'], b: ['2'], z: ['9'] })
})

test.each(['DELETE', 'GET', 'HEAD', 'OPTIONS', 'QUERY'])('a %s request has no fields in its body', (method) => {
  expect(formOf(method, '?a=0', 'a=1&b=2')).toEqual({ a: ['0'] })
  expect(formOf(method, '', 'a=1&b=2')).toBe(undefined)
})

test('only a form has fields in its body', () => {
  expect(formOf('POST', '?a=0', 'a=1', [])).toEqual({ a: ['0'] })
  expect(formOf('POST', '', 'a=1', [['Content-Type', 'text/plain']])).toBe(undefined)
  expect(formOf('POST', '', '', FORM)).toBe(undefined)
})

test('names and values are decoded, in recorded order, and the names are sorted', () => {
  expect(formOf('POST', '?', 'b=x+y%2B&a&&=empty&c=%C3%A9%0A=&b=1')).toEqual({
    '': ['empty'],
    a: [''],
    b: ['x y+', '1'],
    c: ['é\n='],
  })
})

test('pairs that Go refuses are left out: with a semicolon, or with a percent sign that encodes nothing', () => {
  expect(formOf('POST', '?x=1;y=2&z=%', 'a=100%&%zz=1&b=1')).toEqual({ b: ['1'] })
})

test('bytes that are not UTF-8 are written as binary', () => {
  const body = Uint8Array.of(...encode('q='), 0xe9, ...encode('&%E8=1&'), 0xff, ...encode('=%E9'))
  const text = stringifyCassette({ interactions: [build('POST', '?q=%E8', body)] })
  expect(text).toContain(
    ['form:', '  q:', '  - !!binary 6Q==', '  - !!binary 6A==', '  ? !!binary 6A==', '  :'].join('\n    '),
  )
  expect(parseCassette(text).interactions[0]?.request).toEqual(build('POST', '?q=%E8', body).request)
})

test('names that every object inherits are names like others', () => {
  const text = stringifyCassette({ interactions: [build('POST', '', '__proto__=1&constructor=2&toString=3')] })
  expect(text).toMatch(/form:\n +'__proto__':\n +- '1'\n +constructor:\n +- '2'\n +toString:\n +- '3'\n/)
})

test('a body of more than 10 MB has no fields, as in Go', () => {
  const { request } = build('POST', '?b=1', `a=${'x'.repeat(10 * 1024 * 1024)}`)
  expect(writeGoForm(request, '')).toEqual(['form:', '  b:', "  - '1'"])
})
