import type { FrameData } from '../http/web-socket-end.ts'

/** The data that a client can pass to `WebSocket.send`. */
export type SentData = string | ArrayBufferLike | ArrayBufferView | Blob

/**
 * Copies the data of a frame, because its sender can change it later. A value of another type is sent as its text, as by the standard
 * class.
 *
 * @returns a promise for a `Blob` only
 */
export function toFrameData(data: SentData): FrameData | Promise<FrameData> {
  if (!data || typeof data !== 'object') return toText(data)
  if (ArrayBuffer.isView(data)) return new Uint8Array(data.buffer, data.byteOffset, data.byteLength).slice()
  if (isBlob(data)) return data.arrayBuffer().then((buffer) => new Uint8Array(buffer))
  return 'byteLength' in data ? new Uint8Array(data).slice() : toText(data)
}

/** Converts the data of a frame to what a client receives. */
export function toReceivedData(data: FrameData, binaryType: string): string | ArrayBuffer | Blob {
  if (typeof data === 'string') return data
  const copy = data.slice()
  return binaryType === 'arraybuffer' ? copy.buffer : new Blob([copy])
}

/** A half of a surrogate pair, of the category Cs, can't be sent. */
function toText(data: unknown): string {
  return String(data).replace(/\p{Cs}/gu, '\ufffd')
}

/** Not `instanceof`: test environments with a document have a class of their own. */
function isBlob(data: ArrayBufferLike | Blob): data is Blob {
  return 'arrayBuffer' in data
}
