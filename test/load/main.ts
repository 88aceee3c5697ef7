import { once } from 'node:events'
import { request as httpRequest } from 'node:http'
import { connect } from 'node:net'
import { type CassetteServer, openCassette } from 'msw-cassette/fetch'
import { buildCassette } from '../build-cassette.ts'

// Loads a server of `session.listen()` with requests that are too heavy for CI: large bodies, a client that reads nothing, and 1,000
// connections. Run by `npm run test:load`.

const MEGABYTE = 1024 * 1024
const MODELS = 'https://api.openai.com/v1/models'
const CONNECTIONS = 1000
const EVENTS = Array.from({ length: 40 }, (_, index) => `data: ${index}\n\n`).join('')

await check('a request of 300 MB is refused', refuseLargeRequest)
await check('a response of 300 MB arrives completely', playLargeResponse)
await check('a client that reads nothing of 300 MB costs less than 32 MB', ignoreLargeResponse)
await check(`${CONNECTIONS} simultaneous connections each get all events`, connectOften)

async function check(title: string, run: () => Promise<string | undefined>): Promise<void> {
  const start = performance.now()
  const fault = await run().catch((error: unknown) => String(error))
  console.log(
    `${fault === undefined ? 'ok    ' : 'failed'} ${title}: ${((performance.now() - start) / 1000).toFixed(1)} s`,
  )
  if (fault === undefined) return
  console.log(`       ${fault}`)
  process.exitCode = 1
}

async function refuseLargeRequest(): Promise<string | undefined> {
  await using server = await serve('hi')
  // With a length, and without one.
  for (const headers of [{ 'content-length': 300 * MEGABYTE }, { 'transfer-encoding': 'chunked' }]) {
    const sent = httpRequest(modelsOf(server), { method: 'POST', headers })
    // The server closes the connection of a request that it does not read.
    sent.on('error', () => {})
    const answered = once(sent, 'response')
    const sending = sendMegabytes(sent, 300)
    const [{ statusCode }] = await answered
    sent.destroy()
    await sending
    if (statusCode !== 413) return `The status is ${statusCode} instead of 413 with ${JSON.stringify(headers)}.`
  }
  return (await readStatus(modelsOf(server))) === 200 ? undefined : 'The server does not answer the next request.'
}

async function playLargeResponse(): Promise<string | undefined> {
  await using server = await serve(largeBody())
  let size = 0
  for await (const chunk of (await fetch(modelsOf(server))).body ?? []) size += chunk.length
  return size === 300 * MEGABYTE ? undefined : `${size} bytes have arrived.`
}

async function ignoreLargeResponse(): Promise<string | undefined> {
  await using server = await serve(largeBody())
  const before = process.memoryUsage().arrayBuffers
  const socket = connect(Number(new URL(server.url).port), '127.0.0.1').pause()
  socket.write('GET /openai/v1/models HTTP/1.1\r\nhost: 127.0.0.1\r\n\r\n')
  await new Promise((resolve) => setTimeout(resolve, 2000))
  const used = process.memoryUsage().arrayBuffers - before
  socket.destroy()
  return used < 32 * MEGABYTE ? undefined : `It costs ${Math.round(used / MEGABYTE)} MB.`
}

async function connectOften(): Promise<string | undefined> {
  await using server = await serve(EVENTS, 'text/event-stream')
  const bodies = await Promise.allSettled(
    Array.from({ length: CONNECTIONS }, async () => (await fetch(modelsOf(server))).text()),
  )
  const lost = bodies.filter((each) => each.status === 'rejected' || each.value !== EVENTS)
  return lost.length === 0 ? undefined : `${lost.length} are incomplete, such as ${JSON.stringify(lost[0])}.`
}

async function serve(response: string, type = 'text/plain'): Promise<CassetteServer> {
  return openCassette(buildCassette({ url: MODELS, response, type }), { mode: 'replay', repeat: 'last' }).listen()
}

function largeBody(): string {
  return 'x'.repeat(300 * MEGABYTE)
}

function modelsOf(server: CassetteServer): string {
  return `${server.urlFor('openai')}/v1/models`
}

async function sendMegabytes(sent: ReturnType<typeof httpRequest>, count: number): Promise<void> {
  const megabyte = Buffer.alloc(MEGABYTE)
  for (let index = 0; index < count && !sent.destroyed; index++)
    await new Promise<void>((resolve) => {
      sent.once('close', resolve)
      sent.write(megabyte, () => {
        sent.off('close', resolve)
        resolve()
      })
    })
}

async function readStatus(url: string): Promise<number> {
  const response = await fetch(url)
  await response.body?.cancel()
  return response.status
}
