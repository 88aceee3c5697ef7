import dns from 'node:dns'
import { events as eventsOf, requestBody, url } from '../data/exchange.ts'
import { peers } from './peers.ts'
import type { PeerTask, Probe } from './task.ts'

/** Looks at how a library answers; the network is cut off. */
export async function probe({ peer, folder, interactions, events }: PeerTask): Promise<Probe> {
  const { open } = await peers[peer].load()
  const { fetch } = await open(folder)
  const recorded = eventsOf(events).join('')
  const text = await (await ask(fetch, interactions - 1)).text()
  return {
    bytes: Buffer.byteLength(text),
    recorded: Buffer.byteLength(recorded),
    content: text === recorded ? 'same' : 'other',
    unknown: await askUnknown(fetch, interactions),
  }
}

async function askUnknown(fetch: typeof globalThis.fetch, index: number): Promise<Probe['unknown']> {
  const host = new URL(url).hostname
  const asked: unknown[] = []
  Object.assign(dns, { lookup: createLookup(asked) })
  const answer = await ask(fetch, index).catch(() => undefined)
  if (answer?.ok) return 'answered'
  return asked.includes(host) ? 'network' : 'refused'
}

/** A `dns.lookup` that finds nothing and writes down for what it was asked. */
function createLookup(asked: unknown[]) {
  return (host: unknown, ...rest: unknown[]): void => {
    asked.push(host)
    const callback = rest.at(-1)
    if (typeof callback === 'function') callback(Object.assign(new Error(`No network: ${host}`), { code: 'ENOTFOUND' }))
  }
}

function ask(fetch: typeof globalThis.fetch, index: number): Promise<Response> {
  const headers = { 'content-type': 'application/json' }
  return fetch(url, { method: 'POST', headers, body: requestBody(index) })
}
