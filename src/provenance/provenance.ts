import { sha256 } from '#sha256'
import { concatBytes } from '../bytes/concat-bytes.ts'
import type { HeaderPair, Interaction, WebSocketConversation, WebSocketFrame } from '../cassette.ts'
import { version } from '../version.ts'

/**
 * How an interaction came to be: `recorded`, and unchanged since; `edited` after it was recorded; or `unknown`, if this library did
 * not record it.
 */
export type Provenance = 'recorded' | 'edited' | 'unknown'

/** Signs an interaction as recorded by this version, see `Interaction.recordedBy`. */
export function signInteraction(interaction: Interaction): Interaction {
  return { ...interaction, recordedBy: `msw-cassette/${version} ${digestInteraction(interaction)}` }
}

/**
 * Compares an interaction with the digest of its recorder. A digest proves that nothing was changed by accident or by hand. It is no
 * signature: a program can compute it for anything.
 */
export function provenanceOf(interaction: Interaction): Provenance {
  const digest = SIGNED.exec(interaction.recordedBy ?? '')?.[2]
  if (digest === undefined) return 'unknown'
  return digest === digestInteraction(interaction) ? 'recorded' : 'edited'
}

/**
 * Signs an interaction again that this library has changed by itself, such as by redaction. If it had been edited by hand before, or
 * was not recorded by this library, that remains visible.
 *
 * @param before as it was read
 * @param after as it will be written
 */
export function renewSignature(before: Interaction, after: Interaction): Interaction {
  if (provenanceOf(before) !== 'recorded') return after
  const recorder = SIGNED.exec(before.recordedBy ?? '')?.[1] ?? ''
  return { ...after, recordedBy: `${recorder} ${digestInteraction(after)}` }
}

const SIGNED = /^(msw-cassette\/\S{1,60}) (sha256:[\da-f]{16})$/

/**
 * The digest of everything that a replay sends or compares, in a form that does not depend on the file's format, its layout or the
 * order of headers. Times within the exchange are not a part of it.
 */
export function digestInteraction({ request, response, recordedAt }: Interaction): string {
  const facts = [
    request.method,
    request.url,
    canonicalHeaders(request.headers),
    request.body.length,
    response.status,
    response.statusText.trim(),
    canonicalHeaders(response.headers),
    response.uncompressed === true,
    response.openEnd !== undefined,
    recordedAt?.toISOString() ?? null,
  ]
  const { websocket } = response
  const frames = websocket ? [encode(JSON.stringify(describeFrames(websocket))), joinFrames(websocket)] : []
  const digest = sha256(encode(JSON.stringify(facts)), request.body, response.body, ...frames)
  return `sha256:${digest.slice(0, DIGEST_DIGITS)}`
}

/** The order, the kinds and the sizes of the frames, and the close. */
function describeFrames({ frames, close }: WebSocketConversation): unknown {
  return [
    frames.map(({ from, data }) => [from, typeof data === 'string' ? 'text' : 'binary', toBytes(data).length]),
    close ? [close.from, close.code, close.reason] : null,
  ]
}

function joinFrames({ frames }: WebSocketConversation): Uint8Array {
  return concatBytes(frames.map(({ data }) => toBytes(data)))
}

function toBytes(data: WebSocketFrame['data']): Uint8Array<ArrayBuffer> {
  return typeof data === 'string' ? encode(data) : data
}

const encode = (text: string): Uint8Array<ArrayBuffer> => new TextEncoder().encode(text)

/** In hexadecimal digits: short enough to review, and long enough that no edit keeps it by chance. */
const DIGEST_DIGITS = 16

/** Sorted by name. Values of one name keep their order, which has a meaning. */
function canonicalHeaders(headers: readonly HeaderPair[]): readonly HeaderPair[] {
  return headers
    .map(([name, value]): HeaderPair => [name.toLowerCase(), value.trim()])
    .sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))
}
