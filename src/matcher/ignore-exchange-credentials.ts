import type { HttpRequest } from '../http/http-request.ts'
import { exchangeCredentials, isTokenExchange } from '../http/token-exchange.ts'
import { isJsonObject } from '../json/json-value.ts'

/**
 * Ignores the credentials of a token exchange: an assertion is new each time, and a code and a refresh token are valid
 * once.
 *
 * @param body the parsed body, which is not changed
 */
export function ignoreExchangeCredentials(raw: HttpRequest, body: unknown): unknown {
  if (!isJsonObject(body) || !('grant_type' in body) || !isTokenExchange(raw)) return body
  return Object.fromEntries(Object.entries(body).filter(([name]) => !exchangeCredentials.includes(name)))
}
