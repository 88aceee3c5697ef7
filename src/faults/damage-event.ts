import { fromBinaryString, toBinaryString } from '../bytes/binary-string.ts'
import { parseJson } from '../json/parse-json.ts'
import type { Framing } from '../stream/frames.ts'

/**
 * Damages an event so that its data can't be parsed. Its end stays, so that the events after it are whole.
 *
 * @returns undefined if it has no data
 */
export function damageEvent(event: Uint8Array, framing: Framing): Uint8Array<ArrayBuffer> | undefined {
  if (framing === 'messages') return breakChecksum(event)
  // One character for each byte.
  const text = toBinaryString(event)
  const data = findData(text, framing)
  if (!data || data.text.trim() === '') return undefined
  const damaged = text.slice(0, data.start) + halve(data.text) + text.slice(data.start + data.text.length)
  return fromBinaryString(damaged)
}

/** The last four bytes of a message of AWS. */
function breakChecksum(event: Uint8Array): Uint8Array<ArrayBuffer> {
  // Not `slice`, which does not copy the bytes of a `Buffer`.
  const damaged = new Uint8Array(event)
  damaged[damaged.length - 1] = (damaged.at(-1) ?? 0) ^ 0xff
  return damaged
}

/** The last data line of a server-sent event, or everything before the line ending. */
function findData(text: string, framing: Framing): { readonly start: number; readonly text: string } | undefined {
  const found = framing === 'events' ? [...text.matchAll(/^data:([^\r\n]*)/gm)].at(-1) : /^([^\r\n]*)/.exec(text)
  if (framing === 'whole') return { start: 0, text }
  const [line, data] = found ?? []
  if (!found || line === undefined || data === undefined) return undefined
  return { start: found.index + line.length - data.length, text: data }
}

/** The first half of a number is a number. */
function halve(data: string): string {
  const half = data.slice(0, Math.floor(data.length / 2))
  return half.trim() === '' || parseJson(half) !== undefined ? `${half}{` : half
}
