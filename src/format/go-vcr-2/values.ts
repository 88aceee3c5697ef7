import type { RecordedChunk } from '../../cassette.ts'

/** Reads `code: 404` and `status: 404 Not Found`. Either can be absent. The status is 0 if both lack one. */
export function parseStatus(status = '', code?: number): { status: number; statusText: string } {
  const leading = /^\d{3}/.test(status) ? status.slice(0, 3) : ''
  return { status: code ?? Number(leading), statusText: status.slice(leading.length).trim() }
}

/** Whether a response with this status can be replayed. */
export function isFinalStatus(status: number): boolean {
  return status >= 200 && status <= 599
}

/**
 * Reads `31@0 45@12.5`: the size of each chunk in bytes and its time in ms after the headers.
 *
 * @returns undefined if the text is anything else
 */
export function parseChunks(text: string): RecordedChunk[] | undefined {
  const chunks: RecordedChunk[] = []
  for (const chunk of text.split(' ')) {
    const [, size, time] = /^(\d+)@(\d+(?:\.\d+)?)$/.exec(chunk) ?? []
    if (size === undefined || time === undefined || Number(time) > Number.MAX_SAFE_INTEGER) return undefined
    chunks.push({ size: Number(size), time: Number(time) })
  }
  return chunks
}

/** Rounds a time in ms to microseconds, as files have it. */
export function roundTime(milliseconds: number): number {
  return Math.round(milliseconds * 1000) / 1000
}

/** Whether a URL is that of a WebSocket. */
export function isWebSocketUrl(url: string): boolean {
  return /^wss?:/i.test(url)
}

/** Whether a connection can close with a code. 1005 and 1006 are never sent: they report a close frame without a code, and none. */
export function isCloseCode(code: number): boolean {
  return code >= 1000 && code <= 4999
}

/** In bytes of UTF-8. */
export const MAX_REASON_BYTES = 123

/** Whether a close frame has room for a reason. */
export function isCloseReason(reason: string): boolean {
  return new TextEncoder().encode(reason).length <= MAX_REASON_BYTES
}
