import { createServer, request as httpRequest, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, onTestFinished, test } from 'vitest'
import { readBody } from './read-body.ts'

/** Sends pieces of a body, and returns the result of reading it with a limit of 10 bytes. */
async function read(
  pieces: readonly string[],
  { method = 'POST', headers = {}, end = 'complete' }: { method?: string; headers?: object; end?: string } = {},
): Promise<unknown> {
  let resolve = (_message: IncomingMessage): void => {}
  const received = new Promise<IncomingMessage>((done) => {
    resolve = done
  })
  const server = createServer((message, response) => {
    resolve(message)
    message.once('close', () => response.end())
  })
  onTestFinished(() => void server.closeAllConnections())
  await new Promise<void>((listening) => void server.listen(0, '127.0.0.1', listening))
  const port = (server.address() as AddressInfo).port
  const sent = httpRequest({ port, host: '127.0.0.1', method, headers: { ...headers } }).on('error', () => {})
  sent.flushHeaders()
  const reading = readBody(await received, 10).catch((error: unknown) => (error as { code: string }).code)
  for (const piece of pieces) await new Promise((written) => sent.write(piece, written))
  if (end === 'complete') sent.end()
  else sent.destroy()
  const result = await reading
  server.close()
  return result instanceof Uint8Array ? new TextDecoder().decode(result) : result
}

test('the pieces of a body are joined', async () => {
  expect(await read(['a', 'bc', 'def'])).toBe('abcdef')
})

test('a body of the limit is read, and a longer one is not, with a length or without', async () => {
  expect({
    limit: await read(['0123456789']),
    longer: await read(['01234', '56789', 'a']),
    announced: await read(['x'], { headers: { 'content-length': '11' }, end: 'early' }),
  }).toEqual({ limit: '0123456789', longer: 'too-large', announced: 'too-large' })
})

test('a request without a body has none, and a body of GET is not read', async () => {
  expect([await read([]), await read(['ignored'], { method: 'GET', headers: { 'content-length': '7' } })]).toEqual([
    '',
    '',
  ])
})

test('a connection that ends before the body is an error', async () => {
  expect(await read(['half'], { headers: { 'content-length': '8' }, end: 'early' })).toBe('ECONNRESET')
})
