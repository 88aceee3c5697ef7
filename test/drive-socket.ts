/** The parts of a client that all classes have. */
interface Drivable {
  readonly protocol: string
  binaryType: string
  addEventListener(type: string, listener: (event: never) => void): void
  send(data: string | Uint8Array): void
  close(code?: number, reason?: string): void
}

/** How a client reacts: the data to send when it is open, and after each message. */
export interface Script {
  readonly open?: (socket: Drivable) => void
  readonly message?: (data: string | ArrayBuffer, socket: Drivable, count: number) => void
}

/**
 * Drives a client until it is closed, and lists its events.
 *
 * @param client an object of the standard class, or of that of `ws`
 */
export function driveSocket(client: unknown, { open, message }: Script = {}): Promise<string[]> {
  const socket = client as Drivable
  socket.binaryType = 'arraybuffer'
  const events: string[] = []
  let count = 0
  return new Promise((resolve) => {
    socket.addEventListener('open', () => {
      events.push(`open ${socket.protocol}`.trim())
      open?.(socket)
    })
    socket.addEventListener('message', ({ data }: { data: string | ArrayBuffer }) => {
      events.push(typeof data === 'string' ? `< ${data}` : `< ${new Uint8Array(data).join(' ')}`)
      message?.(data, socket, ++count)
    })
    socket.addEventListener('error', ({ message: text }: { message: string }) => events.push(`error ${text}`))
    socket.addEventListener('close', ({ code, reason }: { code: number; reason: string }) => {
      events.push(`close ${code} ${reason}`.trim())
      resolve(events)
    })
  })
}
