import type { ClientRequest } from 'node:http'
import { CassetteSessionError } from '../errors/errors.ts'
import { maskUrl } from '../secret/mask-url.ts'

/** The requests that wait for the handshake of a WebSocket and that no session answers, by their URL. */
const waiting = new Map<string, Set<ClientRequest>>()

/** Remembers a request until its handshake is answered. */
export function watchUpgrade(url: string, request: ClientRequest): void {
  const requests = waiting.get(url) ?? new Set()
  waiting.set(url, requests.add(request))
  const forget = (): void => {
    requests.delete(request)
    if (requests.size === 0 && waiting.get(url) === requests) waiting.delete(url)
  }
  for (const event of ['upgrade', 'response', 'close']) request.prependOnceListener(event, forget)
}

/**
 * Refuses a client of the package `ws` that `ws.link` of MSW strands: MSW opens a global `WebSocket` in its place, which nobody holds,
 * and no frame reaches the client.
 *
 * @param url of a global `WebSocket` that was just opened
 */
export function refuseStranded(url: string): 'refused' | undefined {
  const [request] = waiting.get(url) ?? []
  request?.destroy(
    new CassetteSessionError(
      `MSW's ws.link answers only the global WebSocket: no frame would reach this client of the package ws. Record ${maskUrl(url)} ` +
        'in a cassette, which answers both.',
    ),
  )
  return request && 'refused'
}
