import type { Interaction } from 'msw-cassette'
import { findListEnd, writeAdditions } from '../src/format/go-vcr-2/append.ts'

/**
 * Adds interactions to the text of a go-vcr version 2 file, as a recording does.
 *
 * @returns undefined if nothing can be added to it
 */
export function appendGoVcr2(text: string | undefined, added: readonly Interaction[]): string | undefined {
  if (text === undefined) return writeAdditions(added, undefined).text
  const bytes = new TextEncoder().encode(text)
  const place = findListEnd(new TextEncoder().encode(text))
  if (!place) return undefined
  const addition = new TextEncoder().encode(writeAdditions(added, place).text)
  return new TextDecoder('utf-8', { ignoreBOM: true }).decode(
    Uint8Array.from([...bytes.subarray(0, place.keep), ...addition, ...bytes.subarray(place.end)]),
  )
}
