import type { ByteView } from '../../../bytes/byte-view.ts'
import type { HeaderPair } from '../../../cassette.ts'
import { readUtf8Header } from '../../document/header-text.ts'
import { bail } from './bail.ts'
import type { LastPartCache } from './last-part-cache.ts'
import type { Lines } from './lines.ts'
import { readLists } from './lists.ts'
import { type Scalar, scalarText, takeBytes } from './scalar.ts'

/** The headers of the previous request, or of the previous response. */
export type HeadersCache = LastPartCache<readonly HeaderPair[]>

/** Reads the value of the current line as the headers of a message. */
export function readHeaders(lines: Lines, cache: HeadersCache): readonly HeaderPair[] {
  return cache.read(lines, () => {
    const headers: HeaderPair[] = []
    readLists(lines, (name, value) => {
      const text = scalarText(lines.view, value).trim()
      if (/[\r\n\0]/.test(text)) bail()
      headers.push([name, readUtf8Header(text)])
    })
    return headers
  })
}

/**
 * Adds its body to a request or a response. A body that needs no decoding is a part of the file's bytes. Any other body is
 * decoded on first access: decoding all bodies of a cassette of 30 MB takes nearly as long as parsing it (12 ms and 14 ms).
 *
 * @param message without its body
 * @param body undefined if it has none
 */
export function withBody<Message extends object>(
  message: Message,
  { bytes, view }: Lines,
  body: Scalar | undefined,
): Message & { readonly body: Uint8Array<ArrayBuffer> } {
  if (!body) return { ...message, body: new Uint8Array() }
  if (body.style === 'verbatim') return { ...message, body: takeBytes(bytes, view, body) }
  encodedBodies.set(message, { bytes, view, body })
  return Object.defineProperty(message, 'body', lazyBody) as Message & { body: Uint8Array<ArrayBuffer> }
}

const encodedBodies = new WeakMap<object, { bytes: Uint8Array<ArrayBuffer>; view: ByteView; body: Scalar }>()

/** One getter for all messages: with a getter of its own, each message would be an object of a shape of its own, large and slow. */
const lazyBody: PropertyDescriptor = {
  enumerable: true,
  configurable: true,
  get(this: object) {
    const encoded = encodedBodies.get(this)
    if (!encoded) return undefined
    const value = takeBytes(encoded.bytes, encoded.view, encoded.body)
    Object.defineProperty(this, 'body', { value, enumerable: true })
    encodedBodies.delete(this)
    return value
  },
}
