import type { RecordedChunk } from '../../cassette.ts'

/** `code: 404` with `status: 404 Not Found`; either may be absent. The status is 0 where neither has one. */
export function parseStatus(status = '', code?: number): { status: number; statusText: string } {
  const leading = /^\d{3}/.test(status) ? status.slice(0, 3) : ''
  return { status: code ?? Number(leading), statusText: status.slice(leading.length).trim() }
}

/** A status of a response that can be replayed. */
export function isFinalStatus(status: number): boolean {
  return status >= 200 && status <= 599
}

/**
 * Reads `31@0 45@12.5`: for each piece of the body its size in bytes and its time in ms after the headers.
 *
 * @returns the pieces; undefined where the text is something else
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
