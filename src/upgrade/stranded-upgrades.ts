import type { ClientRequest } from 'node:http'
import { CassetteSessionError } from '../errors/errors.ts'
import { maskUrl } from '../secret/mask-url.ts'
import type { Session } from '../session/session.ts'

/** Sends the handshake of a request again, to sessions. */
type SendAgain = (sessions: readonly Session[]) => ClientRequest

/** The requests that wait for the handshake of a WebSocket and that no session answers, by their URL. */
const waiting = new Map<string, Map<ClientRequest, SendAgain>>()

/** Remembers a request until its handshake is answered. */
export function watchUpgrade(url: string, request: ClientRequest, sendAgain: SendAgain): void {
  const requests = waiting.get(url) ?? new Map<ClientRequest, SendAgain>()
  waiting.set(url, requests.set(request, sendAgain))
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
  const [request] = waiting.get(url)?.keys() ?? []
  request?.destroy(
    new CassetteSessionError(
      `MSW's ws.link answers only the global WebSocket: no frame would reach this client of the package ws. Record ${maskUrl(url)} ` +
        'in a cassette, which answers both.',
    ),
  )
  return request && 'refused'
}

/**
 * Answers a handshake that MSW has received although a session covers it. The session answered nothing when the client sent it: its
 * server was closed and started again, which MSW does not report.
 *
 * @returns settles when the client has its answer, and the answer of MSW is of no importance; undefined if the client is unknown
 */
export function redirectUpgrade(url: string, sessions: readonly Session[]): Promise<void> | undefined {
  const [stranded] = waiting.get(url) ?? []
  if (!stranded) return undefined
  const [request, sendAgain] = stranded
  return passOn(sendAgain(sessions).end(), request)
}

function passOn(answered: ClientRequest, request: ClientRequest): Promise<void> {
  return new Promise((resolve) => {
    const leave = (): void => void answered.destroy()
    request.once('close', leave)
    for (const event of ['upgrade', 'response', 'error'])
      answered.once(event, (...args: unknown[]) => {
        request.removeListener('close', leave)
        request.emit(event, ...args)
        request.destroy()
        resolve()
      })
  })
}
