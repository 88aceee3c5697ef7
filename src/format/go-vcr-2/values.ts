import { MAX_SAMPLES, type RecordedChunk } from '../../cassette.ts'

/** Reads `code: 404` and `status: 404 Not Found`. Either can be absent. The status is 0 if both lack one. */
export function parseStatus(status = '', code?: number): { status: number; statusText: string } {
  const leading = /^\d{3}/.test(status) ? status.slice(0, 3) : ''
  return { status: code ?? Number(leading), statusText: status.slice(leading.length).trim() }
}

/** Whether a response with this status can be replayed. */
export function isFinalStatus(status: number): boolean {
  return status >= 200 && status <= 599
}

/** Whether a number can be that of a sample. */
export function isSampleNumber(value: number): boolean {
  return value >= 0 && value < MAX_SAMPLES
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
