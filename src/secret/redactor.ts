import type { HeaderPair, Interaction, RecordedResponse } from '../cassette.ts'
import { chunksFitBody } from '../cassette.ts'
import { contentTypeOf, type HttpRequest, headerOf } from '../http/http-request.ts'
import { assertInteraction } from '../options/hooks.ts'
import { readBodyText } from './body-text.ts'
import { CredentialRules } from './credential-rules.ts'
import { finishText } from './finish-text.ts'
import { KnownCredentials } from './known-credentials.ts'
import { type PlacedFrames, placeInFrames } from './redact-frames.ts'
import type { RedactOptions } from './redact-options.ts'
import { redactPieces } from './redact-pieces.ts'

/** Replaces credentials. Requests are redacted in the same way before they are matched and before they are saved. */
export interface Redactor {
  /**
   * Redacts a request for matching, and decompresses its body: if it contained a credential, it was recorded decompressed.
   *
   * @returns the same object if there is nothing to change
   */
  request<T extends HttpRequest>(request: T): T
  /** Redacts headers for matching. */
  headers(headers: Headers): Headers
  /**
   * Redacts an interaction for saving. All credentials that any interaction of the session contained are replaced in both of its
   * sides: servers echo credentials, and clients send those that they were given.
   *
   * @param interaction the captured interaction, with the headers to save
   * @param sent all headers of the request
   * @param received all headers of the response
   */
  interaction(interaction: Interaction, sent: Headers, received: Headers): Interaction
  /**
   * Redacts an earlier interaction again, because a later one can contain credentials that were not known before.
   *
   * @returns the same object if it contains none of them
   */
  again(interaction: Interaction): Interaction
  /** The credentials that all calls of `interaction` have found. */
  readonly known: KnownCredentials
}

/**
 * Creates a redactor. It finds credentials in known places: headers, query parameters, form fields and JSON members whose names
 * show that they carry one. It then replaces all other occurrences of these credentials.
 */
export function createRedactor(options: RedactOptions = {}): Redactor {
  const rules = new CredentialRules(options, 'kept')
  const comparedRules = new CredentialRules(options, 'replaced')
  const known = new KnownCredentials()
  return {
    known,
    request(compressed) {
      const request = decompressRequest(compressed)
      const found = new KnownCredentials()
      return finishRequest(
        request,
        placeInRequest(request, request.headers, comparedRules, found),
        comparedRules,
        found,
      )
    },
    headers(headers) {
      const redacted = redactHeaders([...headers], comparedRules, new KnownCredentials())
      return new Headers(redacted.map(([name, value]) => [name, value]))
    },
    interaction(interaction, sent, received) {
      // All places of both sides come first: their credentials are replaced everywhere else.
      const request = placeInRequest(interaction.request, sent, rules, known)
      const response = placeInResponse(interaction.response, received, rules, known)
      const redacted = {
        ...interaction,
        request: finishRequest(interaction.request, request, rules, known),
        response: finishResponse(interaction.response, response, rules, known),
      }
      if (!options.transform) return redacted
      return assertInteraction(options.transform({ interaction: redacted }) ?? redacted, 'redact.transform')
    },
    again(interaction) {
      const { request, response } = interaction
      const placed = { url: request.url, body: placeInBody(request.body, request.headers) }
      const sent = finishRequest(request, placed, rules, known)
      const received = finishResponse(response, placeInMessage(response), rules, known)
      return sent === request && received === response
        ? interaction
        : { ...interaction, request: sent, response: received }
    },
  }
}

function decompressRequest<T extends HttpRequest>(request: T): T {
  if (!headerOf(request, 'content-encoding')) return request
  const { compression, text, encode } = readBodyText(request.body, request.headers)
  if (compression === 'kept') return request
  return { ...request, headers: withoutEncoding(request.headers), body: encode(text) }
}

/** A request whose credentials in known places are replaced. */
interface PlacedRequest {
  readonly url: string
  readonly body: PlacedBody
}

function placeInRequest(
  request: HttpRequest,
  sent: Iterable<HeaderPair>,
  rules: CredentialRules,
  found: KnownCredentials,
): PlacedRequest {
  rules.findInHeaders(sent, found)
  const url = rules.redactUrl(request.url, found)
  return { url, body: placeInBody(request.body, request.headers, { type: contentTypeOf(request), rules, found }) }
}

function finishRequest<T extends HttpRequest>(
  request: T,
  placed: PlacedRequest,
  rules: CredentialRules,
  known: KnownCredentials,
): T {
  const url = finishUrl(placed.url, rules, known)
  const body = placed.body.finish(rules, known)
  const plain = body !== request.body && placed.body.compression === 'removed'
  const headers = finishRequestHeaders(plain ? withoutEncoding(request.headers) : request.headers, rules, known)
  return url === request.url && body === request.body && headers === request.headers
    ? request
    : { ...request, url, headers, body }
}

function finishRequestHeaders(
  headers: Headers | readonly HeaderPair[],
  rules: CredentialRules,
  known: KnownCredentials,
): Headers | readonly HeaderPair[] {
  return headers instanceof Headers ? headers : redactHeaders(headers, rules, known)
}

/** The redacted body is stored plain. */
function withoutEncoding(headers: Headers | readonly HeaderPair[]): Headers | readonly HeaderPair[] {
  const others = [...headers].filter(([name]) => name.toLowerCase() !== 'content-encoding')
  return headers instanceof Headers ? new Headers(others.map(([name, value]) => [name, value])) : others
}

/** Leaves the host as it is: if a credential equals the host's name, redacting it would make the cassette unusable. */
function finishUrl(url: string, rules: CredentialRules, known: KnownCredentials): string {
  const [, origin = '', rest = ''] = /^([a-z][a-z\d+.-]*:\/\/[^/?#]*)?(.*)$/is.exec(url) ?? []
  return origin + finishText(rest, rules, known)
}

/** A response whose credentials in known places are replaced. */
interface PlacedResponse {
  readonly body: PlacedBody
  readonly frames: PlacedFrames | undefined
}

function placeInResponse(
  response: RecordedResponse,
  received: Headers,
  rules: CredentialRules,
  found: KnownCredentials,
): PlacedResponse {
  rules.findInHeaders(received, found)
  return placeInMessage(response, { type: received.get('content-type') ?? '', rules, found })
}

/** @param places replaces the credentials in known places first, unless they were replaced before */
function placeInMessage({ body, headers, websocket }: RecordedResponse, places?: Places): PlacedResponse {
  return { body: placeInBody(body, headers, places), frames: websocket && placeInFrames(websocket, places) }
}

function finishResponse(
  response: RecordedResponse,
  placed: PlacedResponse,
  rules: CredentialRules,
  known: KnownCredentials,
): RecordedResponse {
  const body = placed.body.finish(rules, known)
  const websocket = placed.frames?.finish(rules, known)
  const statusText = finishText(response.statusText, rules, known)
  const plain = body !== response.body && placed.body.compression === 'removed'
  const recorded = plain ? withoutEncoding(response.headers) : response.headers
  const headers = redactHeaders([...recorded], rules, known)
  const isSame = headers.every(([, value], index) => value === response.headers[index]?.[1])
  const isUnchanged = body === response.body && statusText === response.statusText && isSame
  if (isUnchanged && websocket === response.websocket) return response
  const { chunks, ...unchunked } = response
  // If the body's length has changed, its recorded chunk boundaries are wrong.
  const base = !chunks || chunksFitBody(chunks, body.length) ? response : unchunked
  return { ...base, statusText, body, headers, ...(websocket ? { websocket } : {}) }
}

function redactHeaders<T extends readonly HeaderPair[]>(
  headers: T,
  rules: CredentialRules,
  known: KnownCredentials,
): T | HeaderPair[] {
  const redacted = headers.map(
    ([name, value]) => [name, finishText(rules.redactHeader(name, value, known), rules, known)] as const,
  )
  return redacted.some(([, value], index) => value !== headers[index]?.[1]) ? redacted : headers
}

interface PlacedBody {
  readonly compression: 'kept' | 'removed'
  /** Replaces all other occurrences of the credentials in the body. */
  finish(rules: CredentialRules, known: KnownCredentials): Uint8Array<ArrayBuffer>
}

/** How to replace the credentials in known places. */
interface Places {
  readonly type: string
  readonly rules: CredentialRules
  readonly found: KnownCredentials
}

/** @param places replaces the credentials in known places first, unless they were replaced before */
function placeInBody(
  body: Uint8Array<ArrayBuffer>,
  headers: Headers | readonly HeaderPair[],
  places?: Places,
): PlacedBody {
  if (body.length === 0) return { compression: 'kept', finish: () => body }
  const { text, encode, compression } = readBodyText(body, headers)
  const placed = places ? places.rules.redactBody(text, places.type, places.found) : text
  return {
    compression,
    finish(rules, known) {
      const redacted = redactPieces(finishText(placed, rules, known), rules, known)
      return redacted === text ? body : encode(redacted)
    },
  }
}
