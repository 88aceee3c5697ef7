import { existsSync, readFileSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import {
  CassetteOptionError,
  type CassetteOptions,
  CassetteSaveError,
  CassetteSessionError,
  type Interaction,
  openCassette,
  parseCassette,
} from 'msw-cassette'
import { afterEach, expect, test, vi } from 'vitest'
import { type LocalServer, startServer } from '../start-server.ts'
import { waitUntil } from '../wait-until.ts'
import { startMswServer } from './start-msw-server.ts'
import { startRecording } from './start-recording.ts'

const server = startMswServer()
afterEach(() => void vi.restoreAllMocks())

const BYTES = new Uint8Array([1, 2])

const startEcho = (): Promise<LocalServer> => startServer((request, response) => void response.end(request.url))

const record = (upstream: LocalServer, options?: CassetteOptions) => startRecording(server, upstream, options)

const savedPaths = (file: string): string[] =>
  existsSync(file)
    ? parseCassette(readFileSync(file)).interactions.map(({ request }) => new URL(request.url).pathname)
    : []

test('a request that is never answered does not prevent later exchanges from being saved', async () => {
  await using upstream = await startServer((request, response) => {
    if (request.url !== '/never') response.end('answered')
  })
  const session = record(upstream)
  const never = [fetch, session.fetch].map((send) => send(`${upstream.origin}/never`))
  const ends = Promise.allSettled(never)
  for (const send of [fetch, session.fetch]) await (await send(`${upstream.origin}/after`)).text()
  await session.close()
  expect(savedPaths(session.file)).toEqual(['/after', '/after'])
  expect((await ends).map(({ status }) => status)).toEqual(['rejected', 'rejected'])
})

test('aborting a request closes its connection to the server, even after a garbage collection', async () => {
  setFlagsFromString('--expose-gc')
  const collectGarbage: () => void = runInNewContext('gc')
  const ended: (string | undefined)[] = []
  await using upstream = await startServer(({ url }, response) => {
    response.on('close', () => ended.push(url))
    if (url?.endsWith('body')) response.write('begins')
  })
  const session = record(upstream)
  const kinds = ['/never', '/bytes', '/body']
  const senders = [
    { name: '/fetch', send: fetch },
    { name: '/session', send: session.fetch },
  ]
  const controller = new AbortController()
  const paths = senders.flatMap(({ name, send }) =>
    kinds.map((kind) => {
      const init = kind === '/bytes' ? { method: 'POST', body: BYTES } : {}
      const answer = send(upstream.origin + name + kind, { ...init, signal: controller.signal })
      void answer.then((response) => response.text()).catch(() => {})
      return name + kind
    }),
  )
  await waitUntil(() => upstream.requests === paths.length)
  for (let round = 0; round < 3; round++) {
    await sleep(20)
    collectGarbage()
  }
  controller.abort()
  await waitUntil(() => ended.length === paths.length)
  expect(ended.sort()).toEqual(paths.sort())
  await session.close()
  expect(session.recorded.map(({ request }) => new URL(request.url).pathname).sort()).toEqual([
    '/fetch/body',
    '/session/body',
  ])
})

test('a request whose body ends after the session was closed does not reach the network', async () => {
  await using upstream = await startEcho()
  const session = record(upstream)
  let end = (): void => {}
  const body = new ReadableStream<Uint8Array>({
    start(controller) {
      end = () => controller.close()
    },
  })
  const init = { method: 'POST', body, duplex: 'half' }
  const answer = session.fetch(upstream.origin, init).catch((error: unknown) => error)
  await session.close()
  end()
  expect(await answer).toBeInstanceOf(CassetteSessionError)
  expect(upstream.requests).toBe(0)
})

test('save() does not end a stream that is still being received', async () => {
  let end = (): void => {}
  await using upstream = await startServer((_request, response) => {
    response.write('begins, ')
    end = () => response.end('ends')
  })
  const session = record(upstream)
  const response = await session.fetch(upstream.origin)
  await session.save()
  expect(existsSync(session.file)).toBe(false)
  end()
  expect(await response.text()).toBe('begins, ends')
  await session.close()
  expect(savedPaths(session.file)).toEqual(['/'])
})

const boom = (): never => {
  throw new Error('boom')
}
const promise = (async ({ interaction }: { interaction: Interaction }) => interaction) as never
const text = (({ interaction }: { interaction: Interaction }) => ({
  ...interaction,
  response: { ...interaction.response, body: 'text' },
})) as never

test.each<[string, CassetteOptions, string]>([
  ['a hook that throws before redaction', { hooks: { afterCapture: boom } }, 'boom'],
  ['a hook that throws before the save', { hooks: { beforeSave: boom } }, 'boom'],
  ['a redaction that throws', { redact: { transform: boom } }, 'boom'],
  ['an asynchronous hook', { hooks: { beforeSave: promise } }, '"hooks.beforeSave" returned a promise'],
  [
    'a body that is not bytes',
    { redact: { transform: text } },
    '"redact.transform" returned an interaction whose response.body is "text", and must be a Uint8Array',
  ],
])('%s discards only its recording, and close() and verify() throw the error', async (_title, options, why) => {
  const error = vi.spyOn(console, 'error').mockImplementation(() => {})
  await using upstream = await startEcho()
  const session = record(upstream, options)
  expect(await (await fetch(`${upstream.origin}/a`)).text()).toBe('/a')
  const failure: unknown = await session.close().catch((reason: unknown) => reason)
  expect(failure).toBeInstanceOf(CassetteSaveError)
  expect(String(failure)).toContain(`Failed to record GET ${upstream.origin}/a: `)
  expect(String(failure)).toContain(why)
  expect(error).toHaveBeenCalledWith(expect.stringContaining(why))
  expect(() => session.verify()).toThrow(CassetteSaveError)
  expect(savedPaths(session.file)).toEqual([])
})

test('a hook that throws before a replay does not prevent later requests from being recorded', async () => {
  await using upstream = await startEcho()
  const first = record(upstream)
  await (await first.fetch(`${upstream.origin}/a`)).text()
  await first.close()
  const session = openCassette(first.file, {
    mode: 'new-episodes',
    hosts: [upstream.host],
    hooks: { beforeReplay: boom },
  })
  const error = vi.spyOn(console, 'error').mockImplementation(() => {})
  expect(await (await session.fetch(`${upstream.origin}/a`)).text()).toContain('boom')
  expect(error).toHaveBeenCalledWith(expect.stringContaining('boom'))
  await (await session.fetch(`${upstream.origin}/b`)).text()
  expect(() => session.verify()).toThrow('boom')
  await session.close()
  expect(savedPaths(first.file)).toEqual(['/a', '/b'])
})

test('if a hook changes a body, the recorded chunks of the old body are dropped', async () => {
  await using upstream = await startServer((_request, response) => {
    response.writeHead(200, { 'content-type': 'text/event-stream' }).write('data: 1\n\n')
    setTimeout(() => response.end('data: 2\n\n'), 20)
  })
  const body = new TextEncoder().encode('data: changed\n\n')
  const change = ({ interaction }: { interaction: Interaction }): Interaction => ({
    ...interaction,
    response: { ...interaction.response, body },
  })
  const session = record(upstream, { hooks: { beforeSave: change } })
  await (await fetch(upstream.origin)).text()
  await session.close()
  expect(session.recorded.map(({ response }) => response.chunks)).toEqual([undefined])

  const kept = record(upstream)
  await (await kept.fetch(upstream.origin)).text()
  await kept.close()
  const replayed = openCassette(kept.file, { mode: 'replay', timing: 'recorded', hooks: { beforeReplay: change } })
  server.use(...replayed.handlers)
  expect(await (await fetch(upstream.origin)).text()).toBe('data: changed\n\n')
})

test('a `passthrough` that returns a promise is refused, and nothing reaches the network', async () => {
  await using upstream = await startEcho()
  const error = vi.spyOn(console, 'error').mockImplementation(() => {})
  await using session = record(upstream, { passthrough: (async () => false) as never })
  expect((await session.fetch(upstream.origin)).status).toBe(400)
  expect(error).toHaveBeenCalledOnce()
  expect(() => session.verify()).toThrow(CassetteOptionError)
  expect(upstream.requests).toBe(0)
})
