import { STATUS_CODES } from 'node:http'
import type { Duplex } from 'node:stream'
import type { ResponseAnswer } from '../http/answer.ts'
import { toBodyInit } from '../stream/to-body-init.ts'

/** Answers a handshake with a response, and closes the connection. */
export async function writeResponse(socket: Duplex, { body, init }: ResponseAnswer): Promise<void> {
  const bytes = new Uint8Array(await new Response(toBodyInit(body, 'direct')).arrayBuffer())
  const { status, statusText, headers } = init
  const lines = [
    `HTTP/1.1 ${status} ${statusText || STATUS_CODES[status] || ''}`,
    ...[...headers].filter(([name]) => name !== 'content-length' && name !== 'connection').map(toLine),
    `content-length: ${bytes.length}`,
    'connection: close',
  ]
  socket.write(`${lines.join('\r\n')}\r\n\r\n`, 'latin1')
  socket.end(bytes)
}

function toLine([name, value]: [name: string, value: string]): string {
  return `${name}: ${value}`
}
