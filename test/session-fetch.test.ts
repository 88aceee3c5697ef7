import { join } from 'node:path'
import { openCassette } from 'msw-cassette'
import { expect, test } from 'vitest'
import { startServer } from './start-server.ts'
import { makeTempFolder } from './temp-folder.ts'

type Call = (origin: string) => Parameters<typeof fetch>

const stream = (...texts: string[]): ReadableStream<Uint8Array> =>
  new ReadableStream({
    start(controller) {
      for (const text of texts) controller.enqueue(new TextEncoder().encode(text))
      controller.close()
    },
  })

const calls: Record<string, Call> = {
  'a URL': (origin) => [new URL(`${origin}/echo?a=1#part`)],
  'a lower-case method': (origin) => [`${origin}/echo`, { method: 'put', body: 'x' }],
  'a string': (origin) => [`${origin}/echo`, { method: 'POST', body: 'Olá' }],
  'JSON with headers': (origin) => [
    `${origin}/echo`,
    { method: 'POST', body: '{"a":1}', headers: { 'content-type': 'application/json' } },
  ],
  URLSearchParams: (origin) => [`${origin}/echo`, { method: 'POST', body: new URLSearchParams({ a: 'x y' }) }],
  'a Blob': (origin) => [`${origin}/echo`, { method: 'POST', body: new Blob(['x'], { type: 'text/x' }) }],
  bytes: (origin) => [`${origin}/echo`, { method: 'POST', body: new Uint8Array([0, 255]) }],
  'a stream': (origin) => [`${origin}/echo`, { method: 'POST', body: stream('a', 'b'), duplex: 'half' }],
  'a stream without duplex': (origin) => [`${origin}/echo`, { method: 'POST', body: stream('a') }],
  'a Request': (origin) => [new Request(`${origin}/echo`, { method: 'POST', body: 'x', headers: { 'x-a': 'b' } })],
  'a Request and an init': (origin) => [
    new Request(`${origin}/echo`, { method: 'POST', body: 'x' }),
    { method: 'PUT' },
  ],
  'a relative URL': () => ['/echo'],
  'credentials in the URL': (origin) => [origin.replace('//', '//user:pass@')],
  'a GET with a body': (origin) => [`${origin}/echo`, { body: 'x' }],
  'an invalid method': (origin) => [`${origin}/echo`, { method: 'GE T' }],
  'a signal that has aborted': (origin) => [`${origin}/echo`, { signal: AbortSignal.abort(new Error('gone')) }],
  'a Request whose signal has aborted': (origin) => [new Request(`${origin}/echo`, { signal: AbortSignal.abort() })],
  'a redirect': (origin) => [`${origin}/redirect/302?to=/echo`],
  'a redirect of a POST': (origin) => [`${origin}/redirect/302?to=/echo`, { method: 'POST', body: 'x' }],
  'a redirect that keeps the method': (origin) => [`${origin}/redirect/307?to=/echo`, { method: 'POST', body: 'x' }],
  'a redirect that changes the method': (origin) => [`${origin}/redirect/303?to=/echo`, { method: 'PUT', body: 'x' }],
  'a redirect that is not followed': (origin) => [`${origin}/redirect/302?to=/echo`, { redirect: 'manual' }],
  'a redirect that is an error': (origin) => [`${origin}/redirect/302?to=/echo`, { redirect: 'error' }],
  'an endless redirect': (origin) => [`${origin}/redirect/302?to=/redirect/302`],
  'a redirect to an invalid URL': (origin) => [`${origin}/redirect/302?to=http://[`],
  'a redirect status that is not followed': (origin) => [`${origin}/redirect/304`],
}

async function outcomeOf(send: typeof fetch, call: Call, origin: string): Promise<object> {
  try {
    const response = await send(...call(origin))
    const { status, url, redirected, ok } = response
    return { status, url, redirected, ok, location: response.headers.get('location'), text: await response.text() }
  } catch (error) {
    const { name, message, cause } = error as Error
    return { name, message, cause: cause instanceof Error ? cause.message.replace(/^.*(?=redirect)/, '') : undefined }
  }
}

test.each(Object.entries(calls))(
  'session.fetch accepts %s and has the same outcome as fetch, recorded and replayed',
  async (_title, call) => {
    await using upstream = await startServer((request, response, body) => {
      const [, status, to] = /^\/redirect\/(\d+)(?:\?to=(.*))?/.exec(request.url ?? '') ?? []
      if (status) response.writeHead(Number(status), { location: to ?? '/redirect/302?to=/redirect/302' }).end()
      else response.end([request.method, request.url, request.headers['content-type'], body].join(' '))
    })
    const file = join(makeTempFolder(), 'cassette.yaml')
    const expected = await outcomeOf(fetch, call, upstream.origin)
    const { requests } = upstream
    for (const mode of ['record', 'replay'] as const) {
      await using session = openCassette(file, { mode, hosts: [upstream.host] })
      expect({ mode, ...(await outcomeOf(session.fetch, call, upstream.origin)) }).toEqual({ mode, ...expected })
      await session.close()
      expect(session.mismatches).toEqual([])
      // The recording sends and saves what fetch sent, and the replay sends nothing.
      const recorded = mode === 'record' ? requests : 0
      expect({ mode, recorded: session.recorded.length, sent: upstream.requests }).toEqual({
        mode,
        recorded,
        sent: 2 * requests,
      })
      if (requests === 0) break
    }
  },
)
