import { once } from 'node:events'
import { createServer } from 'node:http'
import { HttpResponse, http } from 'msw'
import { setupServer } from 'msw/node'

const COUNT = 40
const real = createServer((_, response) => {
  setTimeout(() => response.end('real'), 50)
})
await once(real.listen(0, '127.0.0.1'), 'listening')
const url = `http://127.0.0.1:${real.address().port}/`
const fetchAll = () =>
  Promise.all(
    Array.from({ length: COUNT }, async () => (await fetch(url)).text()),
  )

// Leaves connections open in the pool of the global dispatcher.
await fetchAll()

const server = setupServer(http.get(url, () => HttpResponse.text('mocked')))
server.listen()
const answers = await fetchAll()
console.log(
  `real: ${answers.filter((text) => text === 'real').length} of ${COUNT}`,
)
process.exit()
