import { once } from 'node:events'
import { createServer } from 'node:http'
import { HttpResponse, http } from 'msw'
import { setupServer } from 'msw/node'

const COUNT = 60
const real = createServer((_, response) => response.end('real'))
await once(real.listen(0, '127.0.0.1'), 'listening')
const origin = `http://127.0.0.1:${real.address().port}`

const seen = []
const server = setupServer(
  http.get(`${origin}/mocked/:index`, ({ params }) => {
    seen.push(Number(params.index))
    return HttpResponse.text('mocked')
  }),
)
server.listen({ onUnhandledFrame: 'bypass', onUnhandledRequest: 'bypass' })

// Leaves connections open for half of the requests.
await Promise.all(
  Array.from({ length: COUNT / 2 }, async () =>
    (await fetch(`${origin}/real`)).text(),
  ),
)

await Promise.all(
  Array.from({ length: COUNT }, async (_, index) =>
    (await fetch(`${origin}/mocked/${index}`)).text(),
  ),
)
const moved = seen.filter((index, place) => index !== place).length
console.log(`first: ${seen[0]}, out of order: ${moved} of ${COUNT}`)
process.exit()
