import { Agent, request } from 'node:http'
import { requestBody } from '../data/exchange.ts'
import { median } from '../run/median.ts'

/** The number of simultaneous streams. */
export const STREAMS = 1000

/** The number of single requests that are measured, and of those before them. */
const SINGLE = 200

/** The number of events in each. */
export const EVENTS = 40

/** A response as its client received it. */
interface Received {
  /** The time to the first event, in ms. */
  readonly first: number
  readonly events: number
}

/** The measurements of a server. */
export interface Load {
  /** The median time to the first event of a single request, in ms. */
  readonly first: number
  /** The time of all simultaneous streams, in ms. */
  readonly all: number
  /** The number of streams that did not have all their events. */
  readonly lost: number
}

/**
 * Sends requests to a server: one after the other, and then all simultaneously.
 *
 * @param baseUrl its base URL
 */
export async function load(baseUrl: string): Promise<Load> {
  const firsts: number[] = []
  for (let index = 0; index < 2 * SINGLE; index++) firsts.push((await send(baseUrl, index)).first)
  const start = performance.now()
  const received = await Promise.all(
    Array.from({ length: STREAMS }, (_, index) =>
      send(baseUrl, index).catch((error: unknown) => void console.error(`A stream was lost: ${String(error)}`)),
    ),
  )
  const all = performance.now() - start
  return { first: median(firsts.slice(SINGLE)), all, lost: received.filter((each) => each?.events !== EVENTS).length }
}

const agent = new Agent({ keepAlive: true, maxSockets: STREAMS })

function send(baseUrl: string, index: number): Promise<Received> {
  return new Promise((resolve, reject) => {
    const start = performance.now()
    const headers = { 'content-type': 'application/json' }
    const sent = request(`${baseUrl}/chat/completions`, { method: 'POST', agent, headers }, (response) => {
      let body = ''
      let first: number | undefined
      response.setEncoding('utf8').on('error', reject)
      response.on('data', (text: string) => {
        first ??= performance.now() - start
        body += text
      })
      response.on('end', () => resolve({ first: first ?? Number.NaN, events: body.split('\n\n').length - 1 }))
    })
    sent.on('error', reject).end(requestBody(index))
  })
}
