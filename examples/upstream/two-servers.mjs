import { once } from 'node:events'
import { createServer } from 'node:http'
import { HttpResponse, http } from 'msw'
import { setupServer } from 'msw/node'

const real = createServer((_, response) => response.end('real'))
await once(real.listen(0, '127.0.0.1'), 'listening')
const url = `http://127.0.0.1:${real.address().port}`
const get = async (path) => (await fetch(url + path)).text()
const options = { onUnhandledFrame: 'bypass', onUnhandledRequest: 'bypass' }
const mock = (path) =>
  setupServer(http.get(url + path, () => HttpResponse.text('mocked')))

const first = mock('/first')
const second = mock('/second')
first.listen(options)
second.listen(options)
console.log(`both listen: ${await get('/first')}, ${await get('/second')}`)
second.close()
console.log(`the second one is closed: ${await get('/first')}`)
process.exit()
