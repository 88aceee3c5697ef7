import { expect, test } from 'vitest'
import type { IncomingRequest } from '../http/incoming-request.ts'
import { followRedirects, type LazyRequest } from './follow-redirects.ts'

const START = 'https://api.test/start'
const HEADERS = {
  accept: '*/*',
  authorization: 'Bearer x',
  'content-length': '2',
  'content-type': 'application/json',
  cookie: 'a=1',
  'proxy-authorization': 'y',
}

function toLazy(method: string, body = ''): LazyRequest {
  const request: IncomingRequest = {
    method,
    url: START,
    headers: new Headers(HEADERS),
    body: new TextEncoder().encode(body),
    signal: new AbortController().signal,
  }
  return { head: request, read: async () => request }
}

/** Answers each hop with the next of these, and keeps what was sent. */
function answerWith(...responses: Response[]) {
  const sent: { method: string; url: string; body: string; headers: string[] }[] = []
  const fetchHop = async ({ read }: LazyRequest): Promise<Response> => {
    const { method, url, body, headers } = await read()
    sent.push({ method, url, body: new TextDecoder().decode(body), headers: [...headers.keys()] })
    return responses.shift() ?? new Response('end')
  }
  return { sent, fetchHop }
}

const redirectTo = (location: string, status = 302): Response =>
  new Response('moved', { status, headers: { location } })

test('a response without a redirect is returned with the URL of the request', async () => {
  const { fetchHop } = answerWith(new Response('hi'))
  const { url, redirected } = await followRedirects(toLazy('GET'), 'follow', fetchHop)
  expect({ url, redirected }).toEqual({ url: START, redirected: false })
})

test.each([
  [301, 'POST', 'GET'],
  [302, 'POST', 'GET'],
  [303, 'POST', 'GET'],
  [303, 'PUT', 'GET'],
  [307, 'POST', 'POST'],
  [308, 'POST', 'POST'],
  [301, 'PUT', 'PUT'],
  [302, 'GET', 'GET'],
  [303, 'HEAD', 'HEAD'],
])('a %d answers a %s with a %s', async (status, method, next) => {
  const { sent, fetchHop } = answerWith(redirectTo('/next', status))
  const { url, redirected } = await followRedirects(toLazy(method, '{}'), 'follow', fetchHop)
  const keepsBody = next === method
  expect({ url, redirected, next: sent[1] }).toEqual({
    url: 'https://api.test/next',
    redirected: true,
    next: {
      method: next,
      url: 'https://api.test/next',
      body: keepsBody ? '{}' : '',
      headers: Object.keys(HEADERS).filter((name) => keepsBody || !name.startsWith('content-')),
    },
  })
})

test('credentials are not sent to another origin', async () => {
  const { sent, fetchHop } = answerWith(redirectTo('https://other.test/', 307))
  await followRedirects(toLazy('POST', '{}'), 'follow', fetchHop)
  expect(sent[1]?.headers).toEqual(['accept', 'content-length', 'content-type'])
})

test('a redirect is returned with `manual`, and fails with `error`', async () => {
  const manual = await followRedirects(toLazy('GET'), 'manual', answerWith(redirectTo('/next')).fetchHop)
  expect({ status: manual.status, url: manual.url, redirected: manual.redirected }).toEqual({
    status: 302,
    url: START,
    redirected: false,
  })
  await expect(followRedirects(toLazy('GET'), 'error', answerWith(redirectTo('/next')).fetchHop)).rejects.toMatchObject(
    {
      name: 'TypeError',
      message: 'fetch failed',
      cause: { message: 'unexpected redirect' },
    },
  )
})

test('twenty redirects are followed, and the next one fails', async () => {
  const redirects = (count: number): Response[] => Array.from({ length: count }, (_, index) => redirectTo(`/${index}`))
  const last = await followRedirects(toLazy('GET'), 'follow', answerWith(...redirects(20)).fetchHop)
  expect(last.url).toBe('https://api.test/19')
  await expect(followRedirects(toLazy('GET'), 'follow', answerWith(...redirects(21)).fetchHop)).rejects.toMatchObject({
    cause: { message: 'redirect count exceeded' },
  })
})

test.each(['ftp://api.test/', 'data:text/plain,x', 'http://['])(
  'a redirect to %s fails as that of fetch does',
  async (location) => {
    await expect(followRedirects(toLazy('GET'), 'follow', answerWith(redirectTo(location)).fetchHop)).rejects.toThrow(
      new TypeError('fetch failed'),
    )
  },
)

test('a fragment is followed, and is not part of the URL of the response', async () => {
  const { sent, fetchHop } = answerWith(redirectTo('/next#part'))
  const { url } = await followRedirects(toLazy('GET'), 'follow', fetchHop)
  expect({ url, sent: sent[1]?.url }).toEqual({ url: 'https://api.test/next', sent: 'https://api.test/next#part' })
})

test('the body of a redirect is cancelled', async () => {
  let cancelled = false
  const body = new ReadableStream({
    cancel() {
      cancelled = true
    },
  })
  const { fetchHop } = answerWith(new Response(body, { status: 302, headers: { location: '/next' } }))
  await followRedirects(toLazy('GET'), 'follow', fetchHop)
  expect(cancelled).toBe(true)
})

test('a 3xx without a location, and a 304, are returned', async () => {
  for (const response of [
    new Response('', { status: 302 }),
    new Response(null, { status: 304, headers: { location: '/x' } }),
  ])
    expect(await followRedirects(toLazy('GET'), 'error', answerWith(response).fetchHop)).toBe(response)
})
