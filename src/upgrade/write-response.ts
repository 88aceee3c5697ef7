import { STATUS_CODES } from 'node:http'
import type { Duplex } from 'node:stream'
import type { ResponseAnswer } from '../http/answer.ts'
import { toBodyInit } from '../stream/to-body-init.ts'

/** They describe the connection that the response came from. */
const CONNECTION_HEADERS: readonly string[] = ['connection', 'content-length', 'transfer-encoding']

/** Answers a handshake with a response, and closes the connection. */
export async function writeResponse(socket: Duplex, { body, init }: ResponseAnswer): Promise<void> {
  const bytes = new Uint8Array(await new Response(toBodyInit(body, 'direct')).arrayBuffer())
  const { status, statusText, headers } = init
  const lines = [
    `HTTP/1.1 ${status} ${statusText || STATUS_CODES[status] || ''}`,
    ...[...headers].filter(([name]) => !CONNECTION_HEADERS.includes(name)).map(toLine),
    `content-length: ${bytes.length}`,
    'connection: close',
  ]
  socket.write(`${lines.join('\r\n')}\r\n\r\n`, 'latin1')
  socket.end(bytes)
}

function toLine([name, value]: [name: string, value: string]): string {
  return `${name}: ${value}`
}
