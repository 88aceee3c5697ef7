import { once } from 'node:events'
import { connect, type Socket } from 'node:net'
import { onTestFinished } from 'vitest'

/** A client that sees the bytes of the connection. */
export interface RawClient {
  readonly socket: Socket
  /** The packets so far. */
  readonly packets: string[]
  send(method: string, more?: string): void
  /** All packets, when the connection has ended. */
  end(): Promise<string>
}

/** Connects to a server of this machine. */
export function connectRaw(port: number): RawClient {
  const packets: string[] = []
  const socket = connect(port, '127.0.0.1')
  socket.on('data', (packet: Buffer) => packets.push(packet.toString('latin1'))).on('error', () => {})
  onTestFinished(() => void socket.destroy())
  return {
    socket,
    packets,
    send: (method, more = '') =>
      void socket.write(`${method} /openai/v1/models HTTP/1.1\r\nhost: 127.0.0.1\r\n${more}\r\n`),
    async end() {
      if (!socket.closed) await once(socket, 'close')
      return packets.join('')
    },
  }
}

/** The parts of an answer that do not depend on the time. */
export function parseAnswer(answer: string): { status: string | undefined; headers: string[]; body: string } {
  const [head = '', ...rest] = answer.split('\r\n\r\n')
  const [status, ...headers] = head.split('\r\n')
  return {
    status,
    headers: headers.filter((line) => !/^(?:date|connection|keep-alive):/i.test(line)),
    body: rest.join('\r\n\r\n'),
  }
}
