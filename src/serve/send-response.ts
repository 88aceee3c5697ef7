import { once } from 'node:events'
import type { ServerResponse } from 'node:http'

/**
 * Sends an answer through `node:http`. Each chunk of its body is written separately, and read only when the client has room for it.
 * An immediate first event leaves in one write with the head; the head does not wait for a later one.
 *
 * @throws the error of the body
 */
export async function sendResponse(response: ServerResponse, answer: Response): Promise<void> {
  const { body, status, statusText } = answer
  response.writeHead(status, statusText, toRawHeaders(answer.headers))
  if (!body) return void response.end()
  const reader = body.getReader()
  const leave = (): void => void reader.cancel().catch(() => {})
  response.on('close', leave)
  try {
    let reading = reader.read()
    // A replayed event arrives in the next turn of the event loop, before this.
    const flushing = setImmediate(() => response.flushHeaders())
    for (;;) {
      const { done, value } = await reading
      if (done) break
      clearImmediate(flushing)
      if (!response.write(value)) await roomIn(response)
      reading = reader.read()
    }
  } finally {
    response.off('close', leave)
  }
  response.end()
}

/** Also resolves if the client has left. */
async function roomIn(response: ServerResponse): Promise<void> {
  if (!response.destroyed) await Promise.race([once(response, 'drain'), once(response, 'close')])
}

function toRawHeaders(headers: Headers): string[] {
  return [...headers].flat()
}
