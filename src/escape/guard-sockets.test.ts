import http, { createServer } from 'node:http'
import http2 from 'node:http2'
import { connect, Socket } from 'node:net'
import { setupServer as setupServer2 } from 'msw2/node'
import { request } from 'undici'
import { expect, onTestFinished, test } from 'vitest'
import { startServer } from '../../test/start-server.ts'
import { runAsOwnRequest } from '../http/own-requests.ts'
import { guardSockets } from './guard-sockets.ts'
import { networkPolicy } from './network-policy.ts'

/** Guards the sockets of a test, which may not reach a URL. */
function guard(refused: string): void {
  networkPolicy.set((url) => (url.startsWith(refused) ? new Error(`refused ${url}`) : undefined))
  onTestFinished(() => networkPolicy.set(undefined))
  onTestFinished(guardSockets())
}

/** How a socket opens. */
const outcomeOf = (socket: Socket): Promise<string> =>
  new Promise((resolve) => {
    socket.on('connect', () => resolve('connected')).on('error', ({ message }) => resolve(message))
  }).then((outcome) => {
    socket.destroy()
    return String(outcome)
  })

test('a socket to a host that is refused fails, in each form of the arguments', async () => {
  guard('http://api.test/')
  const forms = [
    () => connect(80, 'api.test'),
    () => connect({ host: 'api.test', port: 80 }),
    () => new Socket().connect('80' as never, 'api.test'),
  ]
  expect(await Promise.all(forms.map((open) => outcomeOf(open())))).toEqual(forms.map(() => 'refused http://api.test/'))
})

test('sockets to other hosts, to a path, and for requests of this library connect', async () => {
  await using local = await startServer((_request, response) => void response.end('real'))
  const port = Number(new URL(local.origin).port)
  guard(local.origin)
  expect(await runAsOwnRequest(() => outcomeOf(connect(port, '127.0.0.1')))).toBe('connected')
  expect(await outcomeOf(connect(port, 'localhost'))).not.toContain('refused')
  expect(await outcomeOf(connect('/no/such/socket'))).toContain('ENOENT')
})

test('clients of Node and undici are refused at any port, and a socket only at the ports of HTTP', async () => {
  await using local = await startServer((_request, response) => void response.end('real'))
  const port = Number(new URL(local.origin).port)
  guard(local.origin)
  const get = new Promise((resolve) => http.get(local.origin, resolve).on('error', ({ message }) => resolve(message)))
  const dispatched = request(local.origin).catch(({ message }: Error) => message)
  expect([await get, await dispatched, await outcomeOf(connect(port, '127.0.0.1'))]).toEqual([
    `refused ${local.origin}/`,
    `refused ${local.origin}/`,
    'connected',
  ])
})

test('with MSW 2, clients that it does not see are refused, and those that it lets pass connect', async () => {
  await using local = await startServer((_request, response) => void response.end('real'))
  const server = setupServer2()
  server.listen({ onUnhandledRequest: 'bypass' })
  onTestFinished(() => server.close())
  guard(local.origin)
  const get = new Promise((resolve) => http.get(local.origin, ({ statusCode }) => resolve(statusCode)))
  const dispatched = request(local.origin).catch(({ message }: Error) => message)
  const session = http2.connect(local.origin)
  const multiplexed = new Promise((resolve) => session.on('error', ({ message }) => resolve(message)))
  expect([await get, (await fetch(local.origin)).status, await dispatched, await multiplexed]).toEqual([
    200,
    200,
    `refused ${local.origin}/`,
    `refused ${local.origin}/`,
  ])
})

test('a socket that a server opens while it answers a request is not one of a client', async () => {
  guard('http://api.test/')
  const outcomes: Promise<string>[] = []
  const server = createServer((_request, response) => {
    outcomes.push(outcomeOf(connect(81, 'api.test')), outcomeOf(connect(80, 'api.test')))
    response.end()
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => void server.close())
  const address = server.address()
  const port = typeof address === 'object' ? address?.port : undefined
  await new Promise((resolve) => http.get({ port, host: '127.0.0.1', agent: false }, resolve))
  expect(await Promise.all(outcomes)).toEqual([expect.stringContaining('ENOTFOUND'), 'refused http://api.test/'])
})

test('everything connects after the end', () => {
  const { connect } = Socket.prototype
  guardSockets()()
  expect(Socket.prototype.connect).toBe(connect)
})
