import { expect, test } from 'vitest'
import { buildCassette, type Exchange } from '../../test/build-cassette.ts'
import { type LocalServer, startServer } from '../../test/start-server.ts'
import { loadMswSide, provideMswSide } from '../msw/load-msw-side.ts'
import * as mswSide from '../msw/msw-side.ts'
import { createRunnerSession } from '../open/create-runner-session.ts'
import { runInScope } from '../scope/active-sessions.ts'
import type { CassetteOptions } from '../session/cassette-options.ts'
import { interceptFetch } from './intercept-fetch.ts'

provideMswSide(mswSide)

const paths = {
  msw: () => loadMswSide('a test').listen('every-test'),
  fetch: () => interceptFetch({ policy: 'every-test', intercept: 'fetch' }),
  auto: () => interceptFetch({ policy: 'every-test', intercept: 'auto' }),
} as const

interface Case {
  readonly exchanges?: readonly Exchange[]
  readonly options?: CassetteOptions
  /** Returns what a test can see. */
  readonly observe: (local: LocalServer) => Promise<unknown>
}

const SSE = 'data: 1\n\ndata: 2\n\ndata: 3\n\n'
const URL_1 = 'https://api.test/v1/chat'

const seen = async (pending: Promise<Response>): Promise<unknown> => {
  const response = await pending
  const { status, statusText, type, url, redirected, ok } = response
  const clone = response.clone()
  return {
    ...{ status, statusText, type, url, redirected, ok, clone: [clone.url, clone.type, clone.status] },
    headers: [...response.headers].filter(([name]) => !/^(?:date|connection|keep-alive)$/.test(name)),
    text: await response.text(),
    isNative: response instanceof Response,
  }
}

const failed = async (pending: Promise<unknown>): Promise<unknown> => {
  const error: unknown = await pending.then(
    () => 'resolved',
    (reason: unknown) => reason,
  )
  if (!(error instanceof Error)) return error
  const { cause } = error
  return [error.constructor.name, error.name, error.message, cause instanceof Error ? cause.message : cause]
}

const post = (body: BodyInit, init: RequestInit = {}): Promise<Response> =>
  fetch(URL_1, { method: 'POST', body, ...init })

const cases: Record<string, Case> = {
  'a JSON answer': {
    exchanges: [{ type: 'application/json', response: '{"a":1}' }],
    observe: () => seen(fetch(URL_1)),
  },
  'a stream': { exchanges: [{ type: 'text/event-stream', response: SSE }], observe: () => seen(fetch(URL_1)) },
  'a status with a text and a header twice': {
    exchanges: [
      {
        status: 429,
        headers: [
          ['Set-Cookie', 'a=1'],
          ['Set-Cookie', 'b=2'],
          ['X-A', 'ü'],
        ],
        response: 'no',
      },
    ],
    observe: () => seen(fetch(URL_1)),
  },
  'a 204': { exchanges: [{ status: 204 }], observe: () => seen(fetch(URL_1)) },
  'a HEAD request': {
    exchanges: [{ method: 'HEAD', response: 'x' }],
    observe: () => seen(fetch(URL_1, { method: 'HEAD' })),
  },
  'a Request with a body': {
    exchanges: [{ method: 'POST', request: 'hi', response: 'ok' }],
    observe: () => seen(fetch(new Request(URL_1, { method: 'POST', body: 'hi' }))),
  },
  'a URL with a hash, and a lower-case method': {
    exchanges: [{ method: 'POST', request: 'hi', response: 'ok' }],
    observe: () => seen(fetch(new URL(`${URL_1}#part`), { method: 'post', body: 'hi' })),
  },
  'bytes, a form and a stream as bodies': {
    exchanges: ['one', 'a=1', 'two'].map((request) => ({ method: 'POST', request, response: request })),
    observe: async () => [
      await seen(post(new TextEncoder().encode('one'))),
      await seen(post(new URLSearchParams({ a: '1' }))),
      await seen(post(new Blob(['two']).stream(), { duplex: 'half' } as RequestInit)),
    ],
  },
  'a mismatch': { exchanges: [{}], observe: () => seen(fetch(`${URL_1}/other`)) },
  'another machine': { exchanges: [{}], observe: () => seen(fetch('https://other.invalid/a.json')) },
  'invalid arguments': {
    observe: () =>
      Promise.all([
        // MSW 3 throws some of these errors synchronously.
        failed((async () => fetch('/relative'))()),
        failed((async () => fetch('https://'))()),
        failed((async () => fetch(URL_1, { body: 'x' }))()),
        failed((async () => fetch('ftp://api.test/'))()),
      ]),
  },
  'a data URL': { observe: () => seen(fetch('data:text/plain,hi')) },
  'a request that was aborted before': {
    exchanges: [{}],
    observe: () =>
      Promise.all([
        failed(fetch(URL_1, { signal: AbortSignal.abort() })),
        failed(fetch(URL_1, { signal: AbortSignal.abort(new Error('own')) })),
      ]),
  },
  'a stream that is aborted': {
    exchanges: [{ type: 'text/event-stream', response: SSE }],
    observe: async () => {
      const controller = new AbortController()
      const response = await fetch(URL_1, { signal: controller.signal })
      const reader = response.body?.getReader()
      const first = await reader?.read()
      controller.abort()
      return [new TextDecoder().decode(first?.value), await failed(reader?.read() ?? Promise.resolve())]
    },
  },
  'a broken connection': {
    exchanges: [{ type: 'text/event-stream', response: SSE }],
    options: { faults: [{ at: 0, connection: 'refused' }] },
    observe: () => failed(fetch(URL_1)),
  },
  'a stream that is cut': {
    exchanges: [{ type: 'text/event-stream', response: SSE }],
    options: { faults: [{ at: 0, cutAfter: 1 }] },
    observe: async () => {
      const reader = (await fetch(URL_1)).body?.getReader()
      const first = new TextDecoder().decode((await reader?.read())?.value)
      const error = await failed(reader?.read() ?? Promise.resolve())
      // MSW 3 loses the cause.
      return [first, Array.isArray(error) ? error.slice(0, 3) : error]
    },
  },
  'a recording': {
    options: { mode: 'new-episodes', hosts: ['127.0.0.1:*'] },
    observe: async (local) => [
      await seen(fetch(`${local.origin}/echo`, { method: 'POST', body: 'hi', headers: { 'x-a': '1' } })),
      await seen(fetch(`${local.origin}/echo`)),
    ],
  },
  'redirects inside of a cassette': {
    exchanges: [
      { method: 'POST', request: 'x', status: 302, headers: [['Location', '/v2']] },
      { url: 'https://api.test/v2', response: 'end' },
      { status: 307, headers: [['Location', 'https://api.test/v2']] },
      { status: 307, headers: [['Location', 'https://api.test/v2']] },
    ],
    observe: async () => [
      await seen(post('x')),
      await seen(fetch(URL_1, { redirect: 'manual' })),
      await failed(fetch(URL_1, { redirect: 'error' })),
    ],
  },
  'a redirect from a cassette to this machine, and back': {
    exchanges: [
      { status: 307, headers: [['Location', 'http://127.0.0.1:PORT/back']] },
      { url: 'https://api.test/end', response: 'end' },
    ],
    observe: () => seen(fetch(URL_1)),
  },
  'a server of this machine': {
    exchanges: [{ url: 'https://api.test/end', response: 'end' }],
    observe: async (local) => [
      await seen(fetch(`${local.origin}/echo`, { method: 'POST', body: 'hi' })),
      await seen(fetch(new Request(`${local.origin}/echo`, { method: 'POST', body: 'hi' }))),
      await seen(fetch(new Request(`${local.origin}/back`))),
      await seen(
        fetch(local.origin, { method: 'POST', body: new Blob(['s']).stream(), duplex: 'half' } as RequestInit),
      ),
    ],
  },
  'the option passthrough': {
    options: { passthrough: () => true, hosts: ['127.0.0.1:*'], onUnplayed: 'ignore' },
    observe: async (local) => [
      await seen(fetch(`${local.origin}/echo`, { method: 'POST', body: 'hi' })),
      await seen(fetch(new Request(`${local.origin}/echo`, { method: 'POST', body: 'hi' }))),
    ],
  },
}

async function observe(path: keyof typeof paths, { exchanges = [], options, observe }: Case): Promise<unknown> {
  await using local = await startServer((request, response, body) => {
    if (request.url === '/back') response.writeHead(302, { location: 'https://api.test/end' }).end()
    else response.end(`${request.method} ${request.url} ${request.headers.connection} ${body}`)
  })
  const port = new URL(local.origin).port
  const stop = paths[path]()
  const text = JSON.stringify(exchanges).replaceAll('PORT', port)
  const session = createRunnerSession({
    source: buildCassette(...(JSON.parse(text) as Exchange[])),
    options: { mode: 'replay', onUnplayed: 'ignore', ...options },
    saving: 'deferred',
  })
  const seen = await runInScope(session, () => observe(local)).finally(() => {
    session.end()
    stop()
  })
  const { mismatches, played, recorded } = session
  const observed = {
    seen,
    mismatches: mismatches.map(({ message }) => message),
    played: played.length,
    sent: recorded.map(({ request }) => request.headers),
  }
  return JSON.parse((JSON.stringify(observed) ?? '').replaceAll(port, 'PORT'))
}

test.each(Object.keys(cases))('a test sees the same with and without MSW: %s', async (name) => {
  const given = cases[name] as Case
  const expected = await observe('msw', given)
  expect(await observe('auto', given)).toEqual(expected)
  expect(await observe('fetch', given)).toEqual(expected)
})
