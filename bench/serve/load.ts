import { Agent, request } from 'node:http'
import { requestBody } from '../data/exchange.ts'
import { median } from '../run/median.ts'

/** The number of simultaneous streams. */
export const STREAMS = 1000

/** The number of single requests that are measured, and of those before them. */
const SINGLE = 200

/** The number of requests in a row that a server gets. */
const BLOCK = 20

/** The number of events in each. */
export const EVENTS = 40

/** A response as its client received it. */
interface Received {
  /** The time to the first event, in ms. */
  readonly first: number
  readonly events: number
}

/**
 * Sends single requests to several servers in short turns, so that whatever else the machine does affects all of them.
 *
 * @param baseUrls their base URLs
 * @returns the median time to the first event of each server, in ms
 */
export async function measureFirstEvents(baseUrls: readonly string[]): Promise<number[]> {
  const agent = new Agent({ keepAlive: true })
  const firsts = baseUrls.map((): number[] => [])
  for (let start = 0; start < 2 * SINGLE; start += BLOCK) {
    for (const [server, baseUrl] of baseUrls.entries()) {
      for (let index = start; index < start + BLOCK; index++)
        firsts[server]?.push((await send(baseUrl, index, agent)).first)
    }
  }
  agent.destroy()
  return firsts.map((all) => median(all.slice(SINGLE)))
}

/** The simultaneous streams of a server. */
export interface Streams {
  /** The time of all of them, in ms. */
  readonly all: number
  /** The number of streams that did not have all their events. */
  readonly lost: number
}

/** Sends simultaneous requests to a server, on new connections: a server closes those that were idle for some seconds. */
export async function measureStreams(baseUrl: string): Promise<Streams> {
  const agent = new Agent({ keepAlive: true, maxSockets: STREAMS })
  const start = performance.now()
  const received = await Promise.all(
    Array.from({ length: STREAMS }, (_, index) =>
      send(baseUrl, index, agent).catch((error: unknown) => void console.error(`A stream was lost: ${String(error)}`)),
    ),
  )
  const all = performance.now() - start
  agent.destroy()
  return { all, lost: received.filter((each) => each?.events !== EVENTS).length }
}

function send(baseUrl: string, index: number, agent: Agent): Promise<Received> {
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
