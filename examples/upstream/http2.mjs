import { once } from 'node:events'
import http2 from 'node:http2'
import { setupServer } from 'msw/node'

const real = http2.createServer((_, response) => response.end('real'))
await once(real.listen(0, '127.0.0.1'), 'listening')
const origin = `http://127.0.0.1:${real.address().port}`

console.log(`without MSW: ${await get()}`)
const server = setupServer()
server.listen({ onUnhandledFrame: 'bypass', onUnhandledRequest: 'bypass' })
console.log(`with MSW and no handlers: ${await get()}`)
server.close()
process.exit()

function get() {
  return new Promise((resolve) => {
    const session = http2.connect(origin)
    session.on('error', ({ message }) => resolve(message))
    const request = session.request({ ':path': '/' })
    request.on('error', ({ message }) => resolve(message))
    request.on('data', (data) => resolve(String(data)))
    setTimeout(() => resolve('no answer after 3 s'), 3000)
  })
}
