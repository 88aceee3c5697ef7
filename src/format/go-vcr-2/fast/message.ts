import type { ByteView } from '../../../bytes/byte-view.ts'
import type { HeaderPair } from '../../../cassette.ts'
import { readUtf8Header } from '../../document/header-text.ts'
import { bail } from './bail.ts'
import type { LastPartCache } from './last-part-cache.ts'
import { createLazyMember } from './lazy-member.ts'
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
  addBody(message, { bytes, view, body })
  return message as Message & { body: Uint8Array<ArrayBuffer> }
}

const addBody = createLazyMember({ name: 'body', decode: decodeBody })

interface EncodedBody {
  readonly bytes: Uint8Array<ArrayBuffer>
  readonly view: ByteView
  readonly body: Scalar
}

function decodeBody({ bytes, view, body }: EncodedBody): Uint8Array<ArrayBuffer> {
  return takeBytes(bytes, view, body)
}
