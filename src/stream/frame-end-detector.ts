import type { Framing } from './frames.ts'

const LF = 0x0a
const CR = 0x0d

/**
 * Tells whether the chunks of a stream so far, taken together, might contain the end of a frame.
 *
 * @param chunk the next chunk
 */
export type FrameEndDetector = (chunk: Uint8Array) => boolean

/** Creates a detector for a stream that begins with a frame. It reads each byte once. */
export function createFrameEndDetector(framing: Framing): FrameEndDetector {
  if (framing === 'lines') return detectLine()
  if (framing === 'events') return detectEvent()
  return framing === 'messages' ? detectMessage() : () => false
}

function detectLine(): FrameEndDetector {
  let isFound = false
  return (chunk) => {
    isFound ||= chunk.includes(LF)
    return isFound
  }
}

/** An event ends with the first blank line after a line that is not blank. */
function detectEvent(): FrameEndDetector {
  let isFound = false
  let line: 'empty' | 'filled' = 'empty'
  let hasField = false
  let previous = 0
  const read = (byte: number): void => {
    const isLineFeed = byte === LF
    if (isLineFeed && previous === CR) return
    if (isLineFeed || byte === CR) {
      if (line === 'empty' && hasField) isFound = true
      line = 'empty'
    } else {
      line = 'filled'
      hasField = true
    }
  }
  return (chunk) => {
    for (let at = 0; at < chunk.length && !isFound; at++) {
      const byte = chunk[at] as number
      read(byte)
      previous = byte
    }
    return isFound
  }
}

/** A message begins with its length in bytes, big-endian. */
function detectMessage(): FrameEndDetector {
  const head: number[] = []
  let received = 0
  return (chunk) => {
    head.push(...chunk.subarray(0, 4 - head.length))
    received += chunk.length
    const length = head.reduce((sum, byte) => sum * 256 + byte, 0)
    return head.length === 4 && length >= 16 && received >= length
  }
}
