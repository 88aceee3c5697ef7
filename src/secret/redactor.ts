import { decodeUtf8 } from '../body/decode-utf8.ts'
import { fromBinaryString, toBinaryString } from '../bytes/binary-string.ts'
import type { HeaderPair, Interaction, RecordedResponse } from '../cassette.ts'
import { chunksFitBody, findHeader } from '../cassette.ts'
import { contentTypeOf, type HttpRequest } from '../http/http-request.ts'
import { assertInteraction } from '../options/hooks.ts'
import { CredentialRules } from './credential-rules.ts'
import type { RedactOptions } from './redact-options.ts'
import type { SecretSet } from './redacted.ts'

/** Replaces credentials, the same way before a request is matched and before it is saved. */
export interface Redactor {
  /** The request as it is matched; the same object where it holds no credential. */
  request<T extends HttpRequest>(request: T): T
  /** The headers as they are matched. */
  headers(headers: Headers): Headers
  /**
   * The interaction as it is saved. The credentials of the request are replaced in both sides, since a server may echo them;
   * those of the response in the response alone: a request that comes to be matched has no response yet.
   *
   * @param interaction as captured, with the headers that are kept
   * @param sent all headers of the request
   * @param received all headers of the response
   */
  interaction(interaction: Interaction, sent: Headers, received: Headers): Interaction
}

/**
 * Builds the redactor that options describe. Credentials are found by where they stand: headers, query parameters, form
 * fields and JSON members whose name says so. Then they are replaced wherever else they occur.
 *
 * @param options what to replace besides
 */
export function createRedactor(options: RedactOptions = {}): Redactor {
  const rules = new CredentialRules(options)
  return {
    request: (request) => redactRequest(request, request.headers, rules, new Set()),
    headers: (headers) =>
      new Headers(redactHeaders([...headers], rules, new Set()).map(([name, value]) => [name, value])),
    interaction(interaction, sent, received) {
      const found: SecretSet = new Set()
      const request = redactRequest(interaction.request, sent, rules, found)
      const response = redactResponse(interaction.response, received, rules, found)
      const redacted = { ...interaction, request, response }
      return assertInteraction(options.transform?.({ interaction: redacted }) ?? redacted, 'redact.transform')
    },
  }
}

/** @param found empty; afterwards the credentials of the request */
function redactRequest<T extends HttpRequest>(
  request: T,
  sent: Iterable<HeaderPair>,
  rules: CredentialRules,
  found: SecretSet,
): T {
  rules.findInHeaders(sent, found)
  const placedUrl = rules.placeInUrl(request.url, found)
  const placedBody = placeInBody(request.body, contentTypeOf(request), rules, found)
  const url = redactUrl(placedUrl, rules, found)
  const body = placedBody.finish(found)
  const headers = request.headers instanceof Headers ? request.headers : redactHeaders(request.headers, rules, found)
  return url === request.url && body === request.body && headers === request.headers
    ? request
    : { ...request, url, headers, body }
}

function redactResponse(
  response: RecordedResponse,
  received: Headers,
  rules: CredentialRules,
  found: SecretSet,
): RecordedResponse {
  rules.findInHeaders(received, found)
  const body = placeInBody(response.body, findHeader(response.headers, 'content-type') ?? '', rules, found).finish(
    found,
  )
  const { chunks, ...unchunked } = response
  // The boundaries of a body that has changed would lie somewhere else.
  const base = chunks && chunksFitBody(chunks, body.length) ? response : unchunked
  const statusText = rules.everywhere(response.statusText, found)
  return { ...base, statusText, body, headers: redactHeaders(response.headers, rules, found) }
}

/** Not the host: a credential that is also its name would leave no cassette that anything matches. */
function redactUrl(url: string, rules: CredentialRules, found: SecretSet): string {
  const [, origin = '', rest = ''] = /^([a-z][a-z\d+.-]*:\/\/[^/?#]*)?(.*)$/is.exec(url) ?? []
  return origin + rules.everywhere(rest, found)
}

function redactHeaders<T extends readonly HeaderPair[]>(
  headers: T,
  rules: CredentialRules,
  found: SecretSet,
): T | HeaderPair[] {
  const redacted = headers.map(
    ([name, value]) => [name, rules.everywhere(rules.placeInHeader(name, value, found), found)] as const,
  )
  return redacted.some(([, value], index) => value !== headers[index]?.[1]) ? redacted : headers
}

interface PlacedBody {
  /** Replaces what was found, here and elsewhere, wherever it stands. */
  finish(found: SecretSet): Uint8Array<ArrayBuffer>
}

function placeInBody(
  body: Uint8Array<ArrayBuffer>,
  contentType: string,
  rules: CredentialRules,
  found: SecretSet,
): PlacedBody {
  if (body.length === 0) return { finish: () => body }
  const utf8 = decodeUtf8(body)
  const text = utf8 ?? toBinaryString(body)
  const placed = rules.placeInBody(text, contentType, found)
  return {
    finish(all) {
      const redacted = rules.everywhere(placed, all)
      if (redacted === text) return body
      return utf8 === undefined ? fromBinaryString(redacted) : new TextEncoder().encode(redacted)
    },
  }
}
