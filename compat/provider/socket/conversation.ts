/** A frame of a client: parsed JSON, or the bytes of a binary frame. */
export type ClientFrame = Readonly<Record<string, unknown>> | Uint8Array

/** The provider closes the connection. */
export interface Close {
  readonly close: number
  readonly reason: string
}

/** An event that the provider sends as JSON, or the end of the connection. */
export type Move = Readonly<Record<string, unknown>> | Close

/** The provider's side of one connection. */
export interface Conversation {
  /** How events are sent. Default: as text. */
  readonly frames?: 'binary'
  /** Sent when the connection opens. */
  readonly greeting?: readonly Move[]
  /** Answers a frame of the client. */
  readonly answer: (frame: ClientFrame) => readonly Move[]
}

/** The handshake of a connection. */
export interface Handshake {
  readonly path: string
  readonly query: URLSearchParams
  /** Different for each connection, so that only a replay has the id that was recorded. */
  readonly id: string
}

/** Begins the conversation of one protocol. Returns undefined for the paths of others. */
export type SocketProtocol = (handshake: Handshake) => Conversation | undefined
