import { type HttpRequest, headersOf } from './http-request.ts'

/** OAuth's token endpoints: `/token`, `/oauth2/v2.0/token`, `/oauth/access_token`, `/protocol/openid-connect/token`. */
const TOKEN_PATH = /(?:^|\/)(?:access[_-]?)?tokens?(?:\.\w+)?\/?$/i

/** The servers on which a machine in a cloud gets its token. */
const METADATA = /^http:\/\/(?:metadata\.google\.internal|169\.254\.169\.254)\/.*\/(?:token|identity)(?:\?|$)/

/** Services that give tokens for a JSON request, without OAuth's `grant_type`. */
const OTHER =
  /^https:\/\/(?:sts\.googleapis\.com\/v1\/token|iamcredentials\.googleapis\.com\/.*:generate(?:Access|Id)Token)$/

/**
 * Tells whether a request gets a token. Clients keep tokens as long as they are valid, so it depends on earlier tests whether
 * they send it.
 *
 * @see https://www.rfc-editor.org/rfc/rfc6749#section-3.2
 */
export function isTokenExchange(request: HttpRequest): boolean {
  if (METADATA.test(request.url) || OTHER.test(request.url)) return true
  const [, path = ''] = /^https?:\/\/[^/?#]*([^?#]*)/i.exec(request.url) ?? []
  return request.method === 'POST' && TOKEN_PATH.test(path) && grantTypeOf(request) !== undefined
}

/** OAuth's `grant_type` of a request, in a form or in JSON. */
export function grantTypeOf(request: HttpRequest): string | undefined {
  // Real ones are short.
  if (request.body.length > 64 * 1024) return undefined
  const text = new TextDecoder().decode(request.body)
  const isJson = /\bjson\b/.test(headersOf(request).get('content-type') ?? '') || text.startsWith('{')
  if (!isJson) return new URLSearchParams(text).get('grant_type') ?? undefined
  return /"grant_type"\s*:\s*"([^"]*)"/.exec(text)?.[1]
}

/** Members that are new in each exchange, or that only prove who asks. */
export const exchangeCredentials: readonly string[] = [
  'actor_token',
  'assertion',
  'client_assertion',
  'client_secret',
  'code',
  'code_verifier',
  'device_code',
  'nonce',
  'password',
  'redirect_uri',
  'refresh_token',
  'state',
  'subject_token',
]
