import { join } from 'node:path'
import { type SetupServer, setupServer } from 'msw/node'
import { type CassetteSession, listenOptions, openCassette } from 'msw-cassette'
import { expect, test } from 'vitest'
import { type LocalServer, startServer } from '../start-server.ts'
import { makeTempFolder } from '../temp-folder.ts'

function record(...upstreams: LocalServer[]): CassetteSession & { file: string } {
  const file = join(makeTempFolder(), 'a.yaml')
  return Object.assign(openCassette(file, { mode: 'once', hosts: upstreams.map(({ host }) => host) }), { file })
}

/**
 * Sends requests with session.fetch and returns the `accept` headers that the server received.
 * Each call starts a new server, because MSW 3 does not intercept requests on older connections.
 */
async function sendAndGetAccept(listen?: SetupServer): Promise<string[]> {
  await using upstream = await startServer(({ headers }, response) => void response.end(headers.accept))
  await using session = record(upstream)
  listen?.use(...session.handlers)
  const requests: RequestInit[] = [{}, { headers: { Accept: 'text/event-stream' } }]
  const responses = await Promise.all(requests.map((init) => session.fetch(upstream.origin, init)))
  return Promise.all(responses.map((response) => response.text()))
}

test('session.fetch sends the headers unchanged, with and without an MSW server', async () => {
  const accepted = ['*/*', 'text/event-stream']
  expect(await sendAndGetAccept()).toEqual(accepted)
  const server = setupServer()
  server.listen(listenOptions)
  expect(await sendAndGetAccept()).toEqual(accepted)
  expect(await sendAndGetAccept(server)).toEqual(accepted)
  server.close()
  expect(await sendAndGetAccept()).toEqual(accepted)
})

/** Starts a server that redirects by path: `/303/<location>` with status 303. It echoes all other requests. */
const startRedirects = (): Promise<LocalServer> =>
  startServer(({ url = '', method, headers }, response, body) => {
    const [, status, location] = /^\/(3\d\d)\/(.*)$/.exec(url) ?? []
    if (status) response.writeHead(Number(status), { location: decodeURIComponent(location ?? '') }).end('elsewhere')
    else
      response.end(
        [method, url, headers.authorization ? 'someone' : 'nobody', headers['content-type'] ?? 'nothing', body].join(
          ' ',
        ),
      )
  })

test('session.fetch follows redirects as fetch does, records each hop and replays them', async () => {
  await using upstream = await startRedirects()
  await using other = await startRedirects()
  const away = encodeURIComponent(`${other.origin}/b`)
  const init = { method: 'POST', body: 'hi', headers: { Authorization: 'Bearer none', 'Content-Type': 'text/x' } }
  const paths = ['/307/%2Fb', '/303/%2Fb', '/302/%2F307%2F%252Fb', `/308/${away}`, '/200']
  const follow = (fetch: typeof globalThis.fetch): Promise<unknown[]> =>
    Promise.all(
      paths.map(async (path) => {
        const response = await fetch(upstream.origin + path, init)
        return [response.status, response.url, response.redirected, await response.text()]
      }),
    )
  const expected = await follow(fetch)
  const session = record(upstream, other)
  expect(await follow(session.fetch)).toEqual(expected)
  await session.close()
  expect(session.recorded.map(({ response }) => response.status).sort()).toEqual([
    ...[200, 200, 200, 200, 200, 302, 303, 307, 307, 308],
  ])
  await using replayed = openCassette(session.file, { mode: 'replay' })
  expect(await follow(replayed.fetch)).toEqual(expected)
  replayed.verify()
})

test('session.fetch treats manual, forbidden, endless and invalid redirects as fetch does', async () => {
  await using upstream = await startServer(
    (_request, response) => void response.writeHead(302, { location: '/' }).end(),
  )
  await using session = record(upstream)
  const { status, headers } = await session.fetch(new Request(upstream.origin, { redirect: 'manual' }))
  expect([status, headers.get('location')]).toEqual([302, '/'])
  for (const redirect of ['error', 'follow'] as const) {
    for (const send of [fetch, session.fetch]) {
      await expect(send(upstream.origin, { redirect })).rejects.toThrow(new TypeError('fetch failed'))
    }
  }
  await using nowhere = await startServer(
    (_request, response) => void response.writeHead(302, { location: 'data:,x' }).end(),
  )
  for (const send of [fetch, record(nowhere).fetch]) {
    await expect(send(nowhere.origin)).rejects.toThrow(new TypeError('fetch failed'))
  }
})
