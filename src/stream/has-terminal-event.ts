import { parseJson } from '../json/parse-json.ts'
import { findFrameEnds, framingOf } from './frames.ts'
import { readStreamEvent, type StreamEvent } from './stream-event.ts'
import { type TerminalEvent, terminalEvents } from './terminal-events.ts'

/**
 * Detects whether the last event of a stream has arrived.
 *
 * @param bytes the stream up to now
 * @param contentType of the response
 */
export function hasTerminalEvent(bytes: Uint8Array, contentType: string): boolean {
  const framing = framingOf(contentType, bytes)
  if (framing === 'whole') return isCompleteJson(new TextDecoder().decode(bytes))
  // Reversed, because the last event is usually the last one that has arrived.
  const ends = findFrameEnds(bytes, framing)
  for (let index = ends.length - 1; index >= 0; index--) {
    const event = readStreamEvent(bytes.subarray(ends[index - 1] ?? 0, ends[index]), framing)
    if (event && terminalEvents.some((terminal) => isTerminal(event, terminal))) return true
  }
  return false
}

/** Gemini can send a list of JSON in pieces. */
function isCompleteJson(text: string): boolean {
  return /^\s*[{[]/.test(text) && parseJson(text) !== undefined
}

function isTerminal({ name, data, json }: StreamEvent, terminal: TerminalEvent): boolean {
  if ('text' in terminal) return data.trim() === terminal.text
  if ('name' in terminal) return name === terminal.name
  const { values, only } = terminal
  if (only !== undefined && !valuesAt(json, [only]).some(isGiven)) return false
  return valuesAt(json, terminal.path.split('.')).some((value) =>
    values ? values.includes(value as string) : isGiven(value),
  )
}

function valuesAt(value: unknown, [key, ...rest]: readonly string[]): unknown[] {
  if (key === undefined) return [value]
  if (typeof value !== 'object' || value === null) return []
  if (key === '*') return Object.values(value).flatMap((child) => valuesAt(child, rest))
  return Object.hasOwn(value, key) ? valuesAt(Reflect.get(value, key), rest) : []
}

function isGiven(value: unknown): boolean {
  return value !== undefined && value !== null && value !== false && value !== ''
}
