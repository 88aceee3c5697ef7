import { decodeUtf8 } from '../body/decode-utf8.ts'
import { fromBinaryString, toBinaryString } from '../bytes/binary-string.ts'
import type { HeaderPair, Interaction, RecordedResponse } from '../cassette.ts'
import { chunksFitBody, findHeader } from '../cassette.ts'
import { contentTypeOf, type HttpRequest } from '../http/http-request.ts'
import { assertInteraction } from '../options/hooks.ts'
import { CredentialRules } from './credential-rules.ts'
import type { RedactOptions } from './redact-options.ts'
import type { SecretSet } from './redacted.ts'

/** Replaces credentials. Requests are redacted in the same way before they are matched and before they are saved. */
export interface Redactor {
  /** Redacts a request for matching. Returns the same object if it contains no credentials. */
  request<T extends HttpRequest>(request: T): T
  /** Redacts headers for matching. */
  headers(headers: Headers): Headers
  /**
   * Redacts an interaction for saving. Credentials of the request are replaced in the response too, because a server can echo
   * them. Credentials of the response are replaced in the response only: a request that is being matched has no response, and
   * must be redacted in the same way.
   *
   * @param interaction the captured interaction, with the headers to save
   * @param sent all headers of the request
   * @param received all headers of the response
   */
  interaction(interaction: Interaction, sent: Headers, received: Headers): Interaction
}

/**
 * Creates a redactor. It finds credentials in known places: headers, query parameters, form fields and JSON members whose names
 * show that they carry one. It then replaces all other occurrences of these credentials.
 */
export function createRedactor(options: RedactOptions = {}): Redactor {
  const rules = new CredentialRules(options)
  return {
    request: (request) => redactRequest(request, request.headers, rules, new Set()),
    headers: (headers) =>
      new Headers(redactHeaders([...headers], rules, new Set()).map(([name, value]) => [name, value])),
    interaction(interaction, sent, received) {
      const secrets: SecretSet = new Set()
      const request = redactRequest(interaction.request, sent, rules, secrets)
      const response = redactResponse(interaction.response, received, rules, secrets)
      const redacted = { ...interaction, request, response }
      return assertInteraction(options.transform?.({ interaction: redacted }) ?? redacted, 'redact.transform')
    },
  }
}

/** @param secrets an empty set, which receives the credentials of the request */
function redactRequest<T extends HttpRequest>(
  request: T,
  sent: Iterable<HeaderPair>,
  rules: CredentialRules,
  secrets: SecretSet,
): T {
  rules.findInHeaders(sent, secrets)
  const placedUrl = rules.redactUrl(request.url, secrets)
  const placedBody = placeInBody(request.body, contentTypeOf(request), rules, secrets)
  const url = redactUrl(placedUrl, rules, secrets)
  const body = placedBody.finish(secrets)
  const headers = request.headers instanceof Headers ? request.headers : redactHeaders(request.headers, rules, secrets)
  return url === request.url && body === request.body && headers === request.headers
    ? request
    : { ...request, url, headers, body }
}

function redactResponse(
  response: RecordedResponse,
  received: Headers,
  rules: CredentialRules,
  secrets: SecretSet,
): RecordedResponse {
  rules.findInHeaders(received, secrets)
  const body = placeInBody(response.body, findHeader(response.headers, 'content-type') ?? '', rules, secrets).finish(
    secrets,
  )
  const { chunks, ...unchunked } = response
  // If the body's length has changed, its recorded chunk boundaries are wrong.
  const base = !chunks || chunksFitBody(chunks, body.length) ? response : unchunked
  const statusText = rules.redactEverywhere(response.statusText, secrets)
  return { ...base, statusText, body, headers: redactHeaders(response.headers, rules, secrets) }
}

/** Leaves the host as it is: if a credential equals the host's name, redacting it would make the cassette unusable. */
function redactUrl(url: string, rules: CredentialRules, secrets: SecretSet): string {
  const [, origin = '', rest = ''] = /^([a-z][a-z\d+.-]*:\/\/[^/?#]*)?(.*)$/is.exec(url) ?? []
  return origin + rules.redactEverywhere(rest, secrets)
}

function redactHeaders<T extends readonly HeaderPair[]>(
  headers: T,
  rules: CredentialRules,
  secrets: SecretSet,
): T | HeaderPair[] {
  const redacted = headers.map(
    ([name, value]) => [name, rules.redactEverywhere(rules.redactHeader(name, value, secrets), secrets)] as const,
  )
  return redacted.some(([, value], index) => value !== headers[index]?.[1]) ? redacted : headers
}

interface PlacedBody {
  /** Replaces all other occurrences of the secrets in the body. */
  finish(secrets: SecretSet): Uint8Array<ArrayBuffer>
}

function placeInBody(
  body: Uint8Array<ArrayBuffer>,
  contentType: string,
  rules: CredentialRules,
  secrets: SecretSet,
): PlacedBody {
  if (body.length === 0) return { finish: () => body }
  const utf8 = decodeUtf8(body)
  const text = utf8 ?? toBinaryString(body)
  const placed = rules.redactBody(text, contentType, secrets)
  return {
    finish(all) {
      const redacted = rules.redactEverywhere(placed, all)
      if (redacted === text) return body
      return utf8 === undefined ? fromBinaryString(redacted) : new TextEncoder().encode(redacted)
    },
  }
}
