import { mediaType } from '../../body/content-type.ts'
import { decodeUtf8 } from '../../body/decode-utf8.ts'
import { fromBase64 } from '../../bytes/base64.ts'
import { parseJson } from '../../json/parse-json.ts'

interface ContentFacts {
  /** The media type of the content, with its parameters; empty if unknown. */
  readonly mimeType: string
  /** The content encoding of the response. */
  readonly encoding: string | undefined
}

/**
 * Reads a text that is marked as base64. The mark can be wrong: Polly.JS keeps it if a hook replaces the body by its text. A
 * text is base64 if it decodes, and if the result agrees with the media type at least as well as the text itself.
 */
export function readClaimedBase64(text: string, facts: ContentFacts): Uint8Array<ArrayBuffer> {
  const bytes = fromBase64(text)
  const plain = new TextEncoder().encode(text)
  return bytes && !contradicts(bytes, text, facts) ? bytes : plain
}

/** A short text such as `null`, `1234` or `pong` also decodes as base64. */
function contradicts(bytes: Uint8Array, text: string, { mimeType, encoding }: ContentFacts): boolean {
  if (encoding !== undefined && encoding !== 'identity') return false
  const decoded = decodeUtf8(bytes)
  if (isJson(mimeType)) return isJsonText(text) && (decoded === undefined || !isJsonText(decoded))
  return /;\s*charset=["']?utf-?8\b/i.test(mimeType) && decoded === undefined
}

function isJson(mimeType: string): boolean {
  return /[/+]json$/.test(mediaType(mimeType))
}

function isJsonText(text: string): boolean {
  return parseJson(text) !== undefined
}
