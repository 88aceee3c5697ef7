/** A header as recorded: its name in the recorded spelling, and one value. Repeated headers are repeated pairs. */
export type HeaderPair = readonly [name: string, value: string]

/** A cassette in memory: the one model that every file format is read into and written from. */
export interface Cassette {
  /** The format it was read from, as named in `cassetteFormats`. */
  readonly format: string
  /** Where it came from, as the caller spelled it; absent for a cassette that was made in memory. */
  readonly path?: string
  /** The recorded exchanges, in file order. */
  readonly interactions: readonly Interaction[]
}

/** One recorded request with its recorded response. */
export interface Interaction {
  readonly request: RecordedRequest
  readonly response: RecordedResponse
  /** The line of the file on which the interaction begins, counted from 1. */
  readonly line?: number
  /** When it was recorded; absent where the recording did not keep it. */
  readonly recordedAt?: Date
}

/** The request of an interaction, as stored. */
export interface RecordedRequest {
  /** Upper-cased. */
  readonly method: string
  /** As stored: it may hold a placeholder that no URL parser takes, and is then never matched. */
  readonly url: string
  readonly headers: readonly HeaderPair[]
  /** Empty where nothing was sent. */
  readonly body: Uint8Array<ArrayBuffer>
}

/** The response of an interaction, as stored. */
export interface RecordedResponse {
  /** 200 to 599; less where there was no response, as archives of browsers have it: it is replayed as a failed connection. */
  readonly status: number
  /** The reason phrase without its code, such as `OK`; empty where none was stored. */
  readonly statusText: string
  readonly headers: readonly HeaderPair[]
  /** Empty where nothing was received. */
  readonly body: Uint8Array<ArrayBuffer>
  /** Milliseconds from the request to the response's headers. */
  readonly duration?: number
  /** Whether the body came compressed and is stored plain. */
  readonly uncompressed?: boolean
  /** How the body arrived from the network; absent where the recording did not keep it. */
  readonly chunks?: readonly RecordedChunk[]
}

/** One piece of a body, as it arrived from the network. */
export interface RecordedChunk {
  /** Bytes. */
  readonly size: number
  /** Milliseconds from the response's headers to this piece. */
  readonly time: number
}

/**
 * Finds the first value of a header.
 *
 * @param headers recorded header pairs
 * @param name the header's name, in any case
 * @returns the value, or undefined where the header is absent
 */
export function findHeader(headers: readonly HeaderPair[], name: string): string | undefined {
  const wanted = name.toLowerCase()
  return headers.find(([candidate]) => candidate.toLowerCase() === wanted)?.[1]
}

/**
 * Checks whether chunks add up to a body. They no longer do if the body was edited after it was recorded.
 *
 * @param bodyLength in bytes
 */
export function chunksFitBody(chunks: readonly RecordedChunk[], bodyLength: number): boolean {
  return chunks.reduce((sum, { size }) => sum + size, 0) === bodyLength
}
