import { openCassette } from 'msw-cassette'
import type { Exchange } from './exchanges/exchange.ts'
import type { Outcome, Outcomes } from './outcome.ts'
import type { Mode } from './peer.ts'

const modes = { record: 'record', replay: 'replay', append: 'new-episodes' } as const

/** Sends exchanges through this library. All headers of the exchanges are recorded, so that they can be compared. */
export async function runOurs({
  mode,
  file,
  origin,
  exchanges,
}: {
  mode: Mode
  file: string
  origin: string
  exchanges: readonly Exchange[]
}): Promise<Outcomes> {
  const names = exchanges.flatMap(({ requestHeaders, responseHeaders }) => [...requestHeaders, ...responseHeaders])
  await using session = openCassette(file, {
    mode: modes[mode],
    hosts: [new URL(origin).host],
    recordHeaders: [...new Set(names.map(([name]) => name))],
    onUnplayed: 'ignore',
  })
  const outcomes = new Map<string, Outcome>()
  for (const exchange of exchanges) outcomes.set(exchange.id, await send(session.fetch, origin, exchange))
  await session.close()
  return outcomes
}

async function send(
  fetch: typeof globalThis.fetch,
  origin: string,
  { method, path, requestHeaders, requestBody }: Exchange,
): Promise<Outcome> {
  try {
    const response = await fetch(origin + path, {
      method,
      headers: requestHeaders.map(([name, value]): [string, string] => [name, value]),
      body: requestBody.length === 0 ? null : Buffer.from(requestBody),
      redirect: 'manual',
    })
    const body = new Uint8Array(await response.arrayBuffer())
    // `fetch` decompresses a body and leaves its header.
    const headers = [...response.headers].filter(([name]) => name !== 'content-encoding')
    return { status: response.status, reason: response.statusText, headers, body }
  } catch (error) {
    return { error: String(error) }
  }
}
