import type { HttpRequest } from './http-request.ts'
import { isMcpStream } from './mcp-stream.ts'
import { isTelemetry, type TelemetryOptions } from './telemetry.ts'
import { isTokenExchange } from './token-exchange.ts'

/** Detects a request that clients send depending on the time and on earlier tests. */
export function isOptionalRequest(request: HttpRequest, telemetry: TelemetryOptions | undefined): boolean {
  return isTokenExchange(request) || isMcpStream(request) || isTelemetry(request, telemetry)
}
