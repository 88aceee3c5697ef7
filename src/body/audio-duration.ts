/** The part of a sound that its duration follows from. */
export interface Sound {
  /** The content type with its parameters; empty if it is unknown. */
  readonly type: string
  /** The first bytes, with the header of a WAV file: `HEADER_BYTES` of them suffice. */
  readonly head: Uint8Array
  /** The number of all bytes. */
  readonly size: number
}

/** Recorders write their metadata before the samples. */
export const HEADER_BYTES = 12 * 1024

/**
 * Calculates how long a sound lasts, from the header of a WAV file, or from the rate of plain samples.
 *
 * @returns milliseconds; undefined if neither is known, such as for MP3
 */
export function audioDuration({ type, head, size }: Sound): number | undefined {
  const samples = readWave(head, size) ?? readSamples(type, size)
  return samples && Math.round((samples.size / samples.bytesPerSecond) * 1000)
}

interface Samples {
  readonly size: number
  readonly bytesPerSecond: number
}

/** Reads the chunks of a RIFF file up to its samples. A file that was streamed has no true sizes: its samples go on to its end. */
function readWave(head: Uint8Array, size: number): Samples | undefined {
  if (wordAt(head, 0) !== 'RIFF' || wordAt(head, 8) !== 'WAVE') return undefined
  const view = new DataView(head.buffer, head.byteOffset, head.length)
  let bytesPerSecond = 0
  for (let at = 12; at + 8 <= head.length; ) {
    const [name, length] = [wordAt(head, at), view.getUint32(at + 4, true)]
    const content = at + 8
    if (name === 'fmt ' && content + 12 <= head.length) bytesPerSecond = view.getUint32(content + 8, true)
    if (name === 'data') return toSamples(Math.min(length || Number.POSITIVE_INFINITY, size - content), bytesPerSecond)
    at = content + length + (length % 2)
  }
  return undefined
}

function wordAt(bytes: Uint8Array, at: number): string {
  return String.fromCharCode(...bytes.subarray(at, at + 4))
}

/** Reads a type such as `audio/L16;codec=pcm;rate=24000`. `audio/pcm` has 16 bits, as in the API of Gemini. */
function readSamples(type: string, size: number): Samples | undefined {
  const format = /^audio\/(?:l(8|16|24)|pcm)\s*;/i.exec(type)
  const rate = parameterOf(type, 'rate')
  if (!format || rate === undefined) return undefined
  return toSamples(size, (rate * (parameterOf(type, 'channels') ?? 1) * Number(format[1] ?? 16)) / 8)
}

function parameterOf(type: string, name: string): number | undefined {
  const [, digits] = new RegExp(`;\\s*${name}="?(\\d{1,9})\\b`, 'i').exec(type) ?? []
  return digits === undefined ? undefined : Number(digits)
}

function toSamples(size: number, bytesPerSecond: number): Samples | undefined {
  return bytesPerSecond > 0 ? { size, bytesPerSecond } : undefined
}
