import type { HeaderPair } from '../../cassette.ts'
import { decline } from './decline.ts'
import type { Lines } from './lines.ts'
import { readLists } from './lists.ts'
import { type Scalar, scalarText, takeBytes } from './scalar.ts'

/** Reads the value of the current line as the headers of a message. */
export function readHeaders(lines: Lines): HeaderPair[] {
  const headers: HeaderPair[] = []
  readLists(lines, (name, value) => {
    const text = scalarText(lines.view, value).trim()
    if (/[\r\n\0]/.test(text)) decline()
    headers.push([name, text])
  })
  return headers
}

/**
 * Completes a request or a response with its body. One that stands in the file as it is becomes a part of the file's bytes;
 * any other is decoded when it is asked for, and then kept.
 *
 * @param rest the message without its body
 * @param body undefined where it has none
 */
export function withBody<Rest extends object>(
  rest: Rest,
  { bytes, view }: Lines,
  body: Scalar | undefined,
): Rest & { readonly body: Uint8Array<ArrayBuffer> } {
  if (!body) return { ...rest, body: new Uint8Array() }
  if (body.style === 'verbatim') return { ...rest, body: takeBytes(bytes, view, body) }
  let decoded: Uint8Array<ArrayBuffer> | undefined
  return {
    ...rest,
    get body() {
      decoded ??= takeBytes(bytes, view, body)
      return decoded
    },
  }
}
