import { once } from 'node:events'
import { createServer } from 'node:http'
import { type AddressInfo, connect } from 'node:net'
import { expect, onTestFinished, test, vi } from 'vitest'
import { sendResponse } from './send-response.ts'

/** Starts a server that sends one answer. */
async function serve(answer: () => Response) {
  const failures: unknown[] = []
  const server = createServer((_, response) => {
    sendResponse(response, answer()).catch((error: unknown) => {
      failures.push(error)
      response.destroy()
    })
  })
  await once(server.listen(0, '127.0.0.1'), 'listening')
  onTestFinished(() => void server.close().closeAllConnections())
  const { port } = server.address() as AddressInfo
  return { url: `http://127.0.0.1:${port}`, port, failures }
}

/** Creates a body from its chunks, one for each read. */
function streamOf(pull: (controller: ReadableStreamDefaultController<Uint8Array>) => void | Promise<void>) {
  return new ReadableStream<Uint8Array>({ pull }, { highWaterMark: 0 })
}

const bytes = (text: string): Uint8Array<ArrayBuffer> => new TextEncoder().encode(text)

test('the head and an immediate first chunk leave in one write', async () => {
  const body = () =>
    streamOf(async (controller) => {
      await new Promise((resolve) => setImmediate(resolve))
      controller.enqueue(bytes('first'))
    })
  const { port } = await serve(() => new Response(body()))
  const socket = connect(port, '127.0.0.1')
  onTestFinished(() => void socket.destroy())
  socket.write('GET / HTTP/1.1\r\nhost: 127.0.0.1\r\n\r\n')
  const [piece] = (await once(socket, 'data')) as [Buffer]
  expect(String(piece)).toMatch(/^HTTP\/1\.1 200[\s\S]*first/)
})

test('the head does not wait for a first chunk that is late', async () => {
  const { url } = await serve(
    () =>
      new Response(
        streamOf(() => new Promise(() => {})),
        { headers: { 'x-a': '1' } },
      ),
  )
  const response = await fetch(url)
  expect([response.status, response.headers.get('x-a')]).toEqual([200, '1'])
  await response.body?.cancel()
})

test('a client that leaves cancels the body', async () => {
  const cancelled = vi.fn()
  const body = new ReadableStream({ pull: () => new Promise(() => {}), cancel: cancelled })
  const { url } = await serve(() => new Response(body))
  const response = await fetch(url)
  await response.body?.cancel()
  await vi.waitFor(() => expect(cancelled).toHaveBeenCalledOnce())
})

test('a body that fails ends the connection', async () => {
  const error = new Error('lost')
  const { url, failures } = await serve(() => new Response(streamOf((controller) => controller.error(error))))
  await expect(fetch(url).then((response) => response.text())).rejects.toThrow()
  expect(failures).toEqual([error])
})

test('a client that is slow gets everything, and leaves no listeners', async () => {
  const warn = vi.spyOn(process, 'emitWarning')
  onTestFinished(() => warn.mockRestore())
  let rest = 100
  const chunk = new Uint8Array(100_000)
  const body = streamOf((controller) => (rest-- > 0 ? controller.enqueue(chunk) : controller.close()))
  const { url } = await serve(() => new Response(body))
  expect((await (await fetch(url)).arrayBuffer()).byteLength).toBe(100 * chunk.length)
  expect(warn.mock.calls).toEqual([])
})

test('an answer without a body is only a head', async () => {
  const { url } = await serve(() => new Response(null, { status: 204, statusText: 'Nothing' }))
  const { status, statusText } = await fetch(url)
  expect({ status, statusText }).toEqual({ status: 204, statusText: 'Nothing' })
})
