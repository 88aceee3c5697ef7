/** A recorded header: its name in the recorded spelling, and one value. A repeated header has one pair for each value. */
export type HeaderPair = readonly [name: string, value: string]

/** A cassette in memory. All file formats are read into this model and written from it. */
export interface Cassette {
  /** The name of the format that it was read from: one of `cassetteFormats`. */
  readonly format: string
  /** The path that the caller passed; absent for a cassette that was created in memory. */
  readonly path?: string
  /** The recorded exchanges, in file order. */
  readonly interactions: readonly Interaction[]
}

/** One recorded request with its recorded response: an HTTP exchange, or a WebSocket conversation that its handshake began. */
export interface Interaction {
  readonly request: RecordedRequest
  readonly response: RecordedResponse
  /** The line of the file on which the interaction begins, counted from 1. */
  readonly line?: number
  /** The time of the recording; absent if the file does not contain it. */
  readonly recordedAt?: Date
  /**
   * The recorder, its version, and the digest of the interaction as it recorded it, such as `msw-cassette/1.0.0 sha256:5f0c…`; absent
   * if the file does not contain it. `msw-cassette lint` compares the digest with the interaction.
   */
  readonly recordedBy?: string
  /**
   * The number of the sample, from 1, if it is another answer to a request that was recorded several times; absent for the first one,
   * sample 0.
   */
  readonly sample?: number
}

/** How many samples one request can have. */
export const MAX_SAMPLES = 100

/** The request of an interaction, as stored. */
export interface RecordedRequest {
  /** In upper case. */
  readonly method: string
  /** As stored. It can contain a placeholder that makes it an invalid URL; the interaction then never matches. */
  readonly url: string
  readonly headers: readonly HeaderPair[]
  /** Empty if nothing was sent. */
  readonly body: Uint8Array<ArrayBuffer>
}

/** The response of an interaction, as stored. */
export interface RecordedResponse {
  /** 200 to 599; lower if there was no response, as in some browser archives: it is then replayed as a failed connection. */
  readonly status: number
  /** The reason phrase without its code, such as `OK`; empty if none was stored. */
  readonly statusText: string
  readonly headers: readonly HeaderPair[]
  /** Empty if nothing was received. */
  readonly body: Uint8Array<ArrayBuffer>
  /** Milliseconds from the request to the response's headers. */
  readonly duration?: number
  /** Whether the body was received compressed and is stored decompressed. */
  readonly uncompressed?: boolean
  /** How the body arrived from the network; absent if the file does not contain it. */
  readonly chunks?: readonly RecordedChunk[]
  /** Given if the client left before the body had ended. The replay then stays open after the last byte. */
  readonly openEnd?: OpenEnd
  /** Given if the interaction is a WebSocket conversation: its status is 101, its URL begins with `ws`, and its body is empty. */
  readonly websocket?: WebSocketConversation
}

/** The frames that a WebSocket connection carried after its handshake. */
export interface WebSocketConversation {
  /** In the order in which the recorder saw them. Fragments of one message are one frame. */
  readonly frames: readonly WebSocketFrame[]
  /** How the connection ended; absent if it was open when the recording ended. The replay then stays open after the last frame. */
  readonly close?: WebSocketClose
}

/** The two ends of a WebSocket connection. */
export type WebSocketPeer = 'client' | 'server'

/** One message of a WebSocket conversation. */
export interface WebSocketFrame {
  readonly from: WebSocketPeer
  /** Milliseconds from the opening of the connection. Only the order of the frames counts for a match. */
  readonly at: number
  /** A string for a text frame, bytes for a binary frame. */
  readonly data: string | Uint8Array<ArrayBuffer>
}

/** The end of a WebSocket conversation. */
export interface WebSocketClose {
  /** The peer that closed first. */
  readonly from: WebSocketPeer
  /** As in RFC 6455, section 7.4: 1005 if the close frame had no code, 1006 if the connection broke without a close frame. */
  readonly code: number
  /** Empty if none was given. */
  readonly reason: string
}

/** How a client left a body that had not ended. */
export interface OpenEnd {
  /** Milliseconds from the response's headers until the client left. */
  readonly after: number
}

/** One chunk of a body, as it arrived from the network. */
export interface RecordedChunk {
  /** The chunk's length in bytes. */
  readonly size: number
  /** Milliseconds from the response's headers to this chunk. */
  readonly time: number
}

/** The number of the sample that an interaction belongs to, from 0. */
export function sampleOf({ sample = 0 }: Interaction): number {
  return sample
}

/**
 * Finds the first value of a header.
 *
 * @param name the header's name; case-insensitive
 * @returns the value, or undefined if the header is absent
 */
export function findHeader(headers: readonly HeaderPair[], name: string): string | undefined {
  const lowerName = name.toLowerCase()
  return headers.find(([candidate]) => candidate.toLowerCase() === lowerName)?.[1]
}

/** Finds the time of a recording: the recorded one, else that of the response's `date` header; undefined if both are absent. */
export function findRecordingDate({ recordedAt, response }: Interaction): Date | undefined {
  const date = recordedAt ?? new Date(findHeader(response.headers, 'date') ?? '')
  return Number.isNaN(date.getTime()) ? undefined : date
}

/**
 * Checks whether chunks add up to a body. They no longer do if the body was edited after it was recorded.
 *
 * @param bodyLength in bytes
 */
export function chunksFitBody(chunks: readonly RecordedChunk[], bodyLength: number): boolean {
  return chunks.reduce((sum, { size }) => sum + size, 0) === bodyLength
}
