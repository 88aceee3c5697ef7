import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { createServer, request } from 'node:http'
import type { AddressInfo } from 'node:net'
import { openCassette } from 'msw-cassette'
import { afterEach, expect, test } from 'vitest'
import { WebSocket as WsClient } from 'ws'
import { listen } from '../../src/msw/listen.ts'
import { buildCassette } from '../build-cassette.ts'

const cleanups: (() => unknown)[] = []
afterEach(async () => {
  for (const cleanup of cleanups.splice(0).reverse()) await cleanup()
})

/** Starts a server that accepts WebSockets. */
async function startUpgradeServer(): Promise<{ host: string; upgrades: () => number }> {
  let upgrades = 0
  const server = createServer((_request, response) => response.end()).on('upgrade', ({ headers }, socket) => {
    upgrades++
    const accept = createHash('sha1').update(`${headers['sec-websocket-key']}258EAFA5-E914-47DA-95CA-C5AB0DC85B11`)
    socket.write(
      `HTTP/1.1 101 Switching Protocols\r\nupgrade: websocket\r\nconnection: upgrade\r\nsec-websocket-accept: ${accept.digest('base64')}\r\n\r\n`,
    )
    cleanups.push(() => socket.destroy())
  })
  await once(server.listen(0, '127.0.0.1'), 'listening')
  cleanups.push(() => server.close())
  return { host: `127.0.0.1:${(server.address() as AddressInfo).port}`, upgrades: () => upgrades }
}

const clients: Record<string, (host: string) => Promise<unknown>> = {
  'the global WebSocket': async (host) => {
    const socket = new WebSocket(`ws://${host}/`)
    return new Promise((resolve) => {
      socket.addEventListener('close', () => resolve('refused'))
      socket.addEventListener('open', () => setTimeout(() => resolve('open'), 300))
    })
  },
  'the ws package': async (host) => {
    const socket = new WsClient(`ws://${host}/`)
    return new Promise((resolve) => {
      socket.on('error', () => resolve('refused')).on('close', () => resolve('refused'))
      socket.on('open', () => setTimeout(() => resolve('open'), 300))
    })
  },
  'an upgrade of node:http': async (host) =>
    new Promise((resolve) => {
      request(`http://${host}/`, { headers: { connection: 'upgrade', upgrade: 'other' } })
        .on('upgrade', (_response, socket) => {
          socket.destroy()
          resolve('open')
        })
        .on('response', () => resolve('refused'))
        .on('error', () => resolve('refused'))
        .end()
    }),
}

test.each(Object.keys(clients))(
  'under a runner’s setup, %s can’t reach a host of the cassette, and can reach others',
  async (name) => {
    const { host, upgrades } = await startUpgradeServer()
    cleanups.push(listen('every-test'))
    expect([await clients[name]?.(host), upgrades()]).toEqual(['open', 1])
    const session = openCassette(buildCassette({ url: `http://${host}/`, response: 'recorded' }), { mode: 'replay' })
    cleanups.push(() => session.close())
    expect(session.handlers).toHaveLength(2)
    expect([await clients[name]?.(host), upgrades()]).toEqual(['refused', 1])
  },
)
