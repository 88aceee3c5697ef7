import type { ServerResponse } from 'node:http'

/**
 * Sends an answer through `node:http`. Each chunk of its body is written separately, and read only when the client has room for it.
 * An immediate first event leaves in one write with the head; the head does not wait for a later one.
 *
 * @throws the error of the body
 */
export async function sendResponse(
  response: ServerResponse,
  { body, headers, status, statusText }: Response,
): Promise<void> {
  response.writeHead(status, statusText, [...headers].flat())
  if (body) await sendBody(response, body)
  response.end()
}

async function sendBody(response: ServerResponse, body: ReadableStream<Uint8Array>): Promise<void> {
  const reader = body.getReader()
  const leave = (): void => void reader.cancel().catch(() => {})
  if (response.destroyed) return leave()
  response.once('close', leave)
  let reading = reader.read()
  // A replayed event that needs no wait arrives in the next turn of the event loop, before this.
  const flushing = setImmediate(() => response.flushHeaders())
  try {
    for (let read = await reading; !read.done; read = await reading) {
      clearImmediate(flushing)
      if (!response.write(read.value)) await waitForRoom(response)
      reading = reader.read()
    }
  } finally {
    clearImmediate(flushing)
    response.off('close', leave)
  }
}

/** Also ends if the client has left. */
function waitForRoom(response: ServerResponse): Promise<void> {
  if (response.destroyed) return Promise.resolve()
  return new Promise((resolve) => {
    const end = (): void => {
      response.off('drain', end)
      response.off('close', end)
      resolve()
    }
    response.on('drain', end)
    response.on('close', end)
  })
}
