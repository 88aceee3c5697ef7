import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createServer } from 'node:http'
import http2 from 'node:http2'
import { createRequire } from 'node:module'
import type { AddressInfo } from 'node:net'
import { Worker } from 'node:worker_threads'
import { setupServer } from 'msw/node'
import { currentSession, listenOptions, parseCassette, scopedCassettes, withCassette } from 'msw-cassette'
import { Agent, Client, request, fetch as undiciFetch } from 'undici'
import { type Setup, type Way, ways } from './ways.ts'

// node send.ts SETUP WAY: sends ten requests in one way to the host of a cassette, and prints how many reach the server.

const COUNT = 10
const [setup, way] = process.argv.slice(2) as [Setup | 'none', Way]
const capturedFetch = globalThis.fetch
const capturedGet = createRequire(import.meta.url)('node:http').get as typeof import('node:http').get

let received = 0
const server = createServer((_request, response) => {
  received++
  setTimeout(() => response.end('real'), 10)
})
server.on('upgrade', (_request, socket) => {
  received++
  socket.destroy()
})
await once(server.listen(0, '127.0.0.1'), 'listening')
const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`

const http2Server = http2.createServer((_request, response) => {
  received++
  response.end('real')
})
await once(http2Server.listen(0, '127.0.0.1'), 'listening')
const http2Origin = `http://127.0.0.1:${(http2Server.address() as AddressInfo).port}`

const script = `fetch('${origin}').then((response) => response.text())`

const senders: Record<Way, () => Promise<unknown>> = {
  'global `fetch`': async () => (await fetch(origin)).text(),
  'global `fetch`, warmed-up connections': async () => (await fetch(origin)).text(),
  '`fetch` captured before the server': async () => (await capturedFetch(origin)).text(),
  '`http.get` captured before the server': () =>
    new Promise((resolve, reject) => {
      capturedGet(origin, (response) => response.resume().on('end', resolve)).on('error', reject)
    }),
  "undici's `request`": async () => (await request(origin)).body.text(),
  "undici's `request` with an `Agent`": async () => (await request(origin, { dispatcher: new Agent() })).body.text(),
  "undici's `fetch`": async () => (await undiciFetch(origin)).text(),
  "undici's `Client`": async () => (await new Client(origin).request({ path: '/', method: 'GET' })).body.text(),
  '`node:http2`': async () => {
    const session = http2.connect(http2Origin).on('error', () => {})
    await once(session.request({ ':path': '/' }), 'response')
    session.destroy()
  },
  'global `WebSocket`': async () => {
    const socket = new WebSocket(origin.replace('http', 'ws'))
    await new Promise((resolve) => {
      socket.onclose = resolve
      socket.onerror = resolve
    })
  },
  'a child process': async () => once(spawn(process.execPath, ['-e', script]), 'close'),
  'a worker thread': async () => once(new Worker(script, { eval: true }), 'exit'),
}

const sendAll = (): Promise<unknown> =>
  Promise.all(Array.from({ length: COUNT }, () => Promise.race([senders[way]().catch(() => {}), timeout()])))
const timeout = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 3000).unref())

if (way === ways[1]) await sendAll()
received = 0
if (setup === 'runner') await import('msw-cassette/node-test')
else if (setup === 'own') setupServer(...scopedCassettes()).listen(listenOptions)
const cassette = parseCassette(
  ['version: 2', 'interactions:', ...[origin, http2Origin].flatMap(interaction), ''].join('\n'),
)
if (setup === 'none') await sendAll()
await withCassette(cassette, { mode: 'replay', repeat: 'last', onUnplayed: 'ignore' }, async () => {
  if (setup !== 'none') await sendAll()
  if (!currentSession()) throw new Error('There is no session.')
})().catch(() => {})
console.log(received)
process.exit()

function interaction(url: string, id: number): string[] {
  return [
    `  - id: ${id}`,
    `    request: { method: GET, url: "${url}/", body: "" }`,
    '    response: { status: 200 OK, code: 200, body: recorded }',
  ]
}
