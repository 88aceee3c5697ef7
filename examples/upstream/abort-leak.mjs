import { HttpResponse, http } from 'msw'
import { setupServer } from 'msw/node'

const COUNT = 1000
const url = 'http://example.test/stream'
const event = new TextEncoder().encode('data: x\n\n')

const server = setupServer(
  http.get(url, () => {
    const body = new ReadableStream({
      start(controller) {
        controller.enqueue(event)
      },
    })
    return new HttpResponse(body, {
      headers: { 'content-type': 'text/event-stream' },
    })
  }),
)
server.listen()

await abort(100)
const before = heapUsed()
await abort(COUNT)
const grown = (heapUsed() - before) / COUNT / 1024
console.log(`heap growth for each aborted request: ${grown.toFixed(0)} KB`)
process.exit()

async function abort(count) {
  for (let index = 0; index < count; index++) {
    const controller = new AbortController()
    const response = await fetch(url, { signal: controller.signal })
    await response.body.getReader().read()
    controller.abort()
  }
  // Everything that ends with a request has ended.
  await new Promise((resolve) => setTimeout(resolve, 1000))
}

function heapUsed() {
  for (let index = 0; index < 5; index++) globalThis.gc()
  return process.memoryUsage().heapUsed
}
