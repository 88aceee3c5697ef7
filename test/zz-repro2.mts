import { setupServer } from 'msw/node'
import { listenOptions, openCassette } from '../dist/index.js'
import { WebSocket } from 'ws'
import { startWebSocketServer } from './start-web-socket-server.ts'
import http from 'node:http'
import { types } from 'node:util'
const upstream = await startWebSocketServer((socket) => { socket.on('message', (d) => socket.send('re ' + d)) })
const show = (label: string) => { const d = Object.getOwnPropertyDescriptor(http, 'get'); console.log(label, d?.get ? 'accessor' : 'value', http.get.name, types.isProxy(http.get) ? 'proxy' : 'plain', Object.getOwnPropertySymbols(http.get).map((s) => { const m = (http.get as any)[s]; return [m.self === http.get, m.replaced.name, types.isProxy(m.replaced)] }).join()) }
for (let round = 0; round < 3; round++) {
  show('before open')
  const session = openCassette({ format: 'go-vcr-2', interactions: [] }, { mode: 'record', hosts: ['127.0.0.1'] })
  show('after open')
  const server = setupServer(...session.handlers)
  server.listen(listenOptions)
  show('after listen')
  await 0; await 0; await 0
  show('after microtasks')
  const socket = new WebSocket(upstream.url)
  console.log(round, await new Promise((resolve) => {
    socket.on('open', () => socket.send('hi'))
    socket.on('message', (data) => { socket.close(); resolve(String(data)) })
    socket.on('error', (e) => resolve(e.message.slice(0, 200)))
    setTimeout(() => resolve('TIMEOUT'), 2000).unref()
  }))
  await session.close()
  show('after session.close')
  server.close()
  show('after server.close')
}
process.exit()
