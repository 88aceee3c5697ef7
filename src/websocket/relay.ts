import type { WebSocketPeer } from '../cassette.ts'
import type { ConnectionClose, FrameData, WebSocketEnd } from '../http/web-socket-end.ts'

/** Both ends of a connection between a client and the real server. */
export type Ends = Readonly<Record<WebSocketPeer, WebSocketEnd>>

/** Sees what a relay passes on. */
export interface RelayObserver {
  readonly onFrame?: (from: WebSocketPeer, data: FrameData) => void
  /** Called once. */
  readonly onClose?: (from: WebSocketPeer, close: ConnectionClose) => void
}

/** Passes on the frames of a client and of the real server to each other, until one of them closes the connection. */
export function relay(ends: Ends, { onFrame, onClose }: RelayObserver = {}): void {
  let state: 'open' | 'closed' = 'open'
  const listen = (from: WebSocketPeer, to: WebSocketPeer): void =>
    ends[from].listen({
      onFrame(data) {
        if (state === 'closed') return
        onFrame?.(from, data)
        void throttle(ends[from], ends[to].send(data))
      },
      onClose(close) {
        if (state === 'closed') return
        state = 'closed'
        onClose?.(from, close)
        ends[to].close(close)
      },
    })
  listen('client', 'server')
  listen('server', 'client')
}

/** Lets the sender wait until its frame was written, so that a slow receiver does not fill the memory. */
async function throttle({ flow }: WebSocketEnd, written: Promise<void> | undefined): Promise<void> {
  if (!written || !flow) return
  flow.pause()
  await written
  flow.resume()
}
