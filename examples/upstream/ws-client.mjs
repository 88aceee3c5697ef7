import { once } from 'node:events'
import { ws } from 'msw'
import { setupServer } from 'msw/node'
import { WebSocketServer, WebSocket as WsClient } from 'ws'

let connections = 0
const real = new WebSocketServer({ host: '127.0.0.1', port: 0 })
real.on('connection', (socket) => {
  connections++
  socket.send('real')
})
await once(real, 'listening')
const url = `ws://127.0.0.1:${real.address().port}/`

const server = setupServer(
  ws.link(url).addEventListener('connection', ({ client }) => {
    client.send('mocked')
  }),
)
server.listen()

console.log(`global WebSocket: ${await firstMessage(new WebSocket(url))}`)
console.log(`ws: ${await firstMessage(new WsClient(url))}`)
console.log(`connections that reached the server: ${connections}`)
process.exit()

function firstMessage(socket) {
  return new Promise((resolve) => {
    let state = 'connecting'
    socket.addEventListener('open', () => {
      state = 'open, no message'
    })
    socket.addEventListener('error', () => {
      state = 'error'
    })
    socket.addEventListener('message', ({ data }) => resolve(String(data)))
    setTimeout(() => resolve(`${state} after 2 s`), 2000)
  })
}
