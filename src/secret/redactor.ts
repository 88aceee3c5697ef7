import { decodeUtf8 } from '../body/decode-utf8.ts'
import type { Interaction, RecordedResponse } from '../cassette.ts'
import { headersOf, type RawRequest } from '../matcher/match-request.ts'
import { CredentialRules } from './credential-rules.ts'
import type { RedactOptions } from './redact-options.ts'

/** Replaces credentials, the same way before a request is matched and before it is saved. */
export interface Redactor {
  /** The request as it is matched; the same object where it holds no credential. */
  request<T extends RawRequest>(request: T): T
  /** The headers as they are matched. */
  headers(headers: Headers): Headers
  /**
   * The interaction as it is saved: the credentials of either side are replaced in both, since a server may echo them.
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
    request(request) {
      const found = new Set([...rules.inHeaders(headersOf(request)), ...rules.inUrl(request.url)])
      return redactRequest(request, rules, found)
    },
    headers: (headers) => new Headers(redactHeaders([...headers], rules, NONE).map(([name, value]) => [name, value])),
    interaction(interaction, sent, received) {
      const { request, response } = interaction
      const bodies = [request.body, response.body].map((body) => decodeUtf8(body) ?? '')
      const found = new Set([
        ...[sent, received].flatMap((headers) => [...rules.inHeaders(headers)]),
        ...rules.inUrl(request.url),
        ...bodies.flatMap((body) => [...rules.inBody(body)]),
      ])
      const redacted = {
        ...interaction,
        request: redactRequest(request, rules, found),
        response: redactResponse(response, rules, found),
      }
      return options.with?.({ interaction: redacted }) ?? redacted
    },
  }
}

const NONE: ReadonlySet<string> = new Set()

function redactRequest<T extends RawRequest>(request: T, rules: CredentialRules, found: ReadonlySet<string>): T {
  const url = rules.redactUrl(request.url, found)
  const body = redactBytes(request.body, rules, found)
  const headers = request.headers instanceof Headers ? request.headers : redactHeaders(request.headers, rules, found)
  return url === request.url && body === request.body && headers === request.headers
    ? request
    : { ...request, url, headers, body }
}

function redactResponse(
  response: RecordedResponse,
  rules: CredentialRules,
  found: ReadonlySet<string>,
): RecordedResponse {
  const body = redactBytes(response.body, rules, found)
  const { chunks: _chunks, ...unchunked } = response
  // The boundaries of a body that has changed would lie somewhere else.
  const base = body.length === response.body.length ? response : unchunked
  return { ...base, body, headers: redactHeaders(response.headers, rules, found) }
}

function redactHeaders<T extends RecordedResponse['headers']>(
  headers: T,
  rules: CredentialRules,
  found: ReadonlySet<string>,
): T | RecordedResponse['headers'] {
  const redacted = headers.map(([name, value]) => [name, rules.redactHeader(name, value, found)] as const)
  return redacted.some(([, value], index) => value !== headers[index]?.[1]) ? redacted : headers
}

function redactBytes(
  body: Uint8Array<ArrayBuffer>,
  rules: CredentialRules,
  found: ReadonlySet<string>,
): Uint8Array<ArrayBuffer> {
  const text = body.length > 0 ? decodeUtf8(body) : undefined
  if (text === undefined) return body
  const redacted = rules.redactBody(text, found)
  return redacted === text ? body : new TextEncoder().encode(redacted)
}
