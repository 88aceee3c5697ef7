import type { WebSocketFrame } from '../cassette.ts'

/** The content of a frame: a string for a text frame, bytes for a binary one. */
export type FrameData = WebSocketFrame['data']

/** How a connection ended: 1005 if the close frame had no code, 1006 if the connection broke without a close frame. */
export interface ConnectionClose {
  readonly code: number
  readonly reason: string
}

/** The events of one end of a WebSocket connection. Frames arrive in order, and none after the close. */
export interface WebSocketListener {
  readonly onFrame: (data: FrameData) => void
  readonly onClose: (close: ConnectionClose) => void
}

/** One end of an open WebSocket connection, whatever carries it. */
export interface WebSocketEnd {
  /** Sends a frame. Returns a promise if the peer has to read before more is sent. */
  send(data: FrameData): Promise<void> | undefined
  /** Closes the connection; with the code 1006 it breaks it. It has no effect on a connection that is closed. */
  close(close: ConnectionClose): void
  /** Stops and starts the reading of frames, if its transport can: its peer then waits. */
  readonly flow?: { pause(): void; resume(): void }
  /** Calls the listener with all events from now on. Call it once, before anything can arrive. */
  listen(listener: WebSocketListener): void
}
