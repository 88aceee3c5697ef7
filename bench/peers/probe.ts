import dns from 'node:dns'
import { events as eventsOf, requestBody, url } from '../data/exchange.ts'
import { peers } from './peers.ts'
import type { PeerTask, Probe } from './task.ts'

/** Checks how a library answers, without a network. */
export async function probe({ peer, folder, interactions, events }: PeerTask): Promise<Probe> {
  const { open } = await peers[peer].load()
  const { fetch } = await open(folder)
  const recorded = eventsOf(events).join('')
  const text = await (await sendRequest(fetch, interactions - 1)).text()
  return {
    bytes: Buffer.byteLength(text),
    recorded: Buffer.byteLength(recorded),
    content: text === recorded ? 'same' : 'other',
    unknown: await requestUnknown(fetch, interactions),
  }
}

async function requestUnknown(fetch: typeof globalThis.fetch, index: number): Promise<Probe['unknown']> {
  const host = new URL(url).hostname
  const lookups: unknown[] = []
  Object.assign(dns, { lookup: createLookup(lookups) })
  const answer = await sendRequest(fetch, index).catch(() => undefined)
  if (answer?.ok) return 'answered'
  return lookups.includes(host) ? 'network' : 'refused'
}

/** Creates a `dns.lookup` that fails and logs the host. */
function createLookup(lookups: unknown[]) {
  return (host: unknown, ...rest: unknown[]): void => {
    lookups.push(host)
    const callback = rest.at(-1)
    if (typeof callback === 'function') callback(Object.assign(new Error(`No network: ${host}`), { code: 'ENOTFOUND' }))
  }
}

function sendRequest(fetch: typeof globalThis.fetch, index: number): Promise<Response> {
  const headers = { 'content-type': 'application/json' }
  return fetch(url, { method: 'POST', headers, body: requestBody(index) })
}
