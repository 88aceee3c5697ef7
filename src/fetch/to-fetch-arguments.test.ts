import { expect, test } from 'vitest'
import { toFetchArguments } from './to-fetch-arguments.ts'

const URL_ = 'https://api.test/v1'

async function read(input: RequestInfo | URL, init?: RequestInit) {
  const { request, redirect } = toFetchArguments(input, init)
  const { method, url, headers, body, signal } = await request.read()
  return { method, url, headers: Object.fromEntries(headers), body: new TextDecoder().decode(body), signal, redirect }
}

/** The same arguments as Node reads them. */
async function readAsRequest(input: RequestInfo | URL, init?: RequestInit) {
  const request = new Request(input, init)
  const { method, url, headers, redirect } = request
  return { method, url, headers: Object.fromEntries(headers), body: await request.text(), redirect }
}

const form = (): FormData => {
  const data = new FormData()
  data.set('a', '1')
  return data
}

test.each<[string, () => [RequestInfo | URL, RequestInit?]]>([
  ['a URL', () => [URL_]],
  ['a URL object', () => [new URL('HTTPS://API.test:443/a b?q=ü#part')]],
  ['a POST with text', () => [URL_, { method: 'POST', body: '{"a":"ü"}' }]],
  [
    'a POST with text and a type',
    () => [URL_, { method: 'POST', body: '{}', headers: { 'Content-Type': 'application/json' } }],
  ],
  ['a method in lower case', () => [URL_, { method: 'post', body: 'x' }]],
  ['PATCH', () => [URL_, { method: 'PATCH', body: 'x' }]],
  ['patch, which stays as it is', () => [URL_, { method: 'patch', body: 'x' }]],
  ['bytes', () => [URL_, { method: 'POST', body: new TextEncoder().encode('x') }]],
  ['parameters', () => [URL_, { method: 'POST', body: new URLSearchParams({ a: '1 2' }) }]],
  ['an empty body', () => [URL_, { method: 'POST', body: '' }]],
  ['no body', () => [URL_, { method: 'DELETE', body: null }]],
  [
    'headers of all kinds',
    () => [
      URL_,
      {
        headers: [
          ['a', '1'],
          ['A', '2'],
        ],
      },
    ],
  ],
  ['a Request', () => [new Request(URL_, { method: 'POST', body: 'x', headers: { a: '1' } })]],
  [
    'a Request with options',
    () => [new Request(URL_, { method: 'POST', body: 'x' }), { headers: { b: '2' }, redirect: 'manual' }],
  ],
  ['a redirect mode', () => [URL_, { redirect: 'error' }]],
])('%s is read as Request does', async (_, args) => {
  const { signal: _signal, ...found } = await read(...args())
  expect(found).toEqual(await readAsRequest(...args()))
})

test('a form has the boundary of its type', async () => {
  const { headers, body } = await read(URL_, { method: 'POST', body: form() })
  const [, boundary] = /boundary=(.+)/.exec(headers['content-type'] ?? '') ?? []
  expect(body).toContain(`--${boundary}--`)
})

test.each<[string, RequestInfo, RequestInit?]>([
  ['a relative URL', '/v1'],
  ['a GET with a body', URL_, { body: 'x' }],
  ['credentials in the URL', 'https://user:secret@api.test/'],
  ['an invalid method', URL_, { method: 'A B' }],
  ['an invalid header', URL_, { headers: { 'a b': '1' } }],
])('%s is refused with a TypeError, as by fetch', (_, input, init) => {
  expect(() => toFetchArguments(input, init)).toThrow(TypeError)
})

test('the signal is that of the caller, and not one that a garbage collection can disconnect', async () => {
  const { signal } = new AbortController()
  expect((await read(URL_, { signal })).signal).toBe(signal)
  expect((await read(URL_, { method: 'POST', body: form(), signal })).signal).toBe(signal)
  const request = new Request(URL_, { signal })
  expect((await read(request)).signal).toBe(request.signal)
  expect((await read(request, { signal })).signal).toBe(signal)
  expect((await read(URL_)).signal.aborted).toBe(false)
})

test('the body of a Request is read once, however often the arguments are read', async () => {
  const { request } = toFetchArguments(new Request(URL_, { method: 'POST', body: 'x' }))
  expect(await request.read()).toBe(await request.read())
})
