import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fromTraffic } from '@msw/source/traffic'
import { setupServer } from 'msw/node'
import { events as eventsOf, requestBody, url } from '../../data/exchange.ts'
import type { Recording, Replayer } from '../../run/peer.ts'

/** Writes a HAR file, since @msw/source has no recorder. */
export async function prepare({ folder, interactions, events }: Recording): Promise<void> {
  const entries = Array.from({ length: interactions }, (_, index) =>
    entry(requestBody(index), eventsOf(events).join('')),
  )
  const log = { version: '1.2', creator: { name: 'bench', version: '1' }, entries }
  writeFileSync(archiveIn(folder), JSON.stringify({ log }, null, 2))
}

/** Replays through MSW 2, the latest version that it supports. */
export async function open(folder: string): Promise<Replayer> {
  const server = setupServer(...fromTraffic(JSON.parse(readFileSync(archiveIn(folder), 'utf8'))))
  server.listen({ onUnhandledRequest: 'error' })
  return { fetch: globalThis.fetch, close: () => server.close() }
}

function entry(requestText: string, responseText: string) {
  const sizes = { headersSize: -1, httpVersion: 'HTTP/1.1', cookies: [] }
  return {
    startedDateTime: '2026-01-01T00:00:00.000Z',
    // The delay before the response, in ms.
    time: 0,
    request: {
      ...sizes,
      method: 'POST',
      url,
      headers: [{ name: 'content-type', value: 'application/json' }],
      queryString: [],
      postData: { mimeType: 'application/json', text: requestText },
      bodySize: requestText.length,
    },
    response: {
      ...sizes,
      status: 200,
      statusText: 'OK',
      headers: [{ name: 'content-type', value: 'text/event-stream; charset=utf-8' }],
      content: { size: responseText.length, mimeType: 'text/event-stream', text: responseText },
      redirectURL: '',
      bodySize: responseText.length,
    },
    cache: {},
    timings: { send: 0, wait: 0, receive: 0 },
  }
}

function archiveIn(folder: string): string {
  return join(folder, 'traffic.har')
}
