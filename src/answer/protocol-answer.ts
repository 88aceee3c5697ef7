import type { Answer, ResponseAnswer } from '../http/answer.ts'
import type { HttpRequest } from '../http/http-request.ts'
import { isMcpStream } from '../http/mcp-stream.ts'
import { grantTypeOf, isTokenExchange } from '../http/token-exchange.ts'
import type { Session } from '../session/session.ts'

/** Creates the answer for telemetry, which reaches neither a cassette nor the network. */
export function telemetryAnswer({ headers }: { readonly headers: Headers }): ResponseAnswer {
  const type = headers.get('content-type') ?? ''
  // An empty message of Protocol Buffers has no bytes.
  return /x-protobuf/i.test(type) ? toAnswer(200, 'OK', '', type) : toAnswer(200, 'OK', '{}')
}

/**
 * Creates the answer for a request that no cassette contains because a client sends it only sometimes, and whose answer the
 * protocol defines: a token of which only the form matters, or that a server has no messages of its own.
 *
 * @returns undefined for all other requests, and for a token exchange that a cassette contains in another form
 */
export function protocolAnswer(request: HttpRequest, sessions: readonly Session[]): Answer | undefined {
  if (sessions.some(({ options }) => options.onMismatch === 'passthrough')) return undefined
  // Clients then work without the stream.
  if (isMcpStream(request)) return toAnswer(405, 'Method Not Allowed', null)
  if (!isTokenExchange(request) || grantTypeOf(request) === undefined) return undefined
  const address = addressOf(request)
  const isRecorded = sessions.some(({ cassette }) =>
    cassette.interactions.some(({ request: recorded }) => addressOf(recorded) === address),
  )
  return isRecorded ? undefined : toAnswer(200, 'OK', TOKEN)
}

/** The body that a recording contains after redaction. */
const TOKEN = JSON.stringify({ access_token: 'REDACTED', token_type: 'Bearer', expires_in: 3600 })

function addressOf({ url }: HttpRequest): string | undefined {
  return /^[^?#]*/.exec(url)?.[0]
}

function toAnswer(status: number, statusText: string, body: string | null, type = 'application/json'): ResponseAnswer {
  const headers = new Headers(body === null ? {} : { 'content-type': type })
  return { kind: 'response', body, init: { status, statusText, headers } }
}
