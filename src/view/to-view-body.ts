import { mediaType, sniffContentType } from '../body/content-type.ts'
import { decodeUtf8 } from '../body/decode-utf8.ts'
import { readableText } from '../body/readable-text.ts'
import type { TextBudget } from './text-budget.ts'
import type { ViewBody } from './view-data.ts'

/** A body to show. */
export interface ShownBody {
  /** Decompressed. */
  readonly bytes: Uint8Array<ArrayBuffer>
  /** The header `content-type`; empty if it is absent. */
  readonly contentType: string
  /** Why it could not be decompressed. */
  readonly failure?: string
}

/** The number of bytes of a binary body that are shown. */
const HEAD_BYTES = 512

/** Converts a body to its text, or to its first bytes if it is not text. */
export function toViewBody({ bytes, contentType, failure }: ShownBody, budget: TextBudget): ViewBody {
  const type = mediaType(contentType) || mediaType(sniffContentType(bytes))
  const size = { type, bytes: bytes.length }
  const notes = failure === undefined ? [] : [`It could not be decompressed: ${failure}.`]
  const text = readableText(bytes)
  if (text !== undefined) return { ...size, content: budget.cut(text), notes }
  if (isTextType(type) && decodeUtf8(bytes) === undefined) {
    const shown = new TextDecoder().decode(bytes)
    return {
      ...size,
      content: budget.cut(shown),
      notes: [...notes, 'It is not valid UTF-8: \uFFFD replaces invalid bytes.'],
    }
  }
  return { ...size, head: Buffer.from(bytes.subarray(0, HEAD_BYTES)).toString('hex'), notes }
}

function isTextType(type: string): boolean {
  return /^text\/|json|xml|javascript|form-urlencoded|yaml/.test(type)
}
