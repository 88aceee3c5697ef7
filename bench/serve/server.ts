import { mkdtempSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { setImmediate as nextTurn } from 'node:timers/promises'
import { openCassette } from 'msw-cassette/fetch'
import { cassetteOf, events, requestBody } from '../data/exchange.ts'
import type { Peer } from '../run/peer.ts'
import { EVENTS, STREAMS } from './load.ts'

// A server in its own process. The first argument is its kind, and its message is the base URL of its routes.

process.send?.(await start(process.argv[2] ?? ''))

async function start(kind: string): Promise<string> {
  if (kind === 'msw-cassette') return startOurs()
  return kind === 'aimock' ? startAimock() : startHandWritten()
}

async function startOurs(): Promise<string> {
  const session = openCassette(cassetteOf(STREAMS, EVENTS), { mode: 'replay', repeat: 'last' })
  return `${(await session.listen()).urlFor('openai')}/v1`
}

/** Like a project would write it: it looks up the request, and writes each event in a turn of the event loop. */
async function startHandWritten(): Promise<string> {
  const answers = new Map(Array.from({ length: STREAMS }, (_, index) => [requestBody(index), events(EVENTS)]))
  const server = createServer(async (request, response) => {
    const pieces = answers.get(await text(request)) ?? []
    response.writeHead(200, { 'content-type': 'text/event-stream' })
    for (const piece of pieces) {
      response.write(piece)
      await nextTurn()
    }
    response.end()
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`
}

/** Installed by `npm run bench:peers`. */
async function startAimock(): Promise<string> {
  // A URL: its types are not installed with those of the project.
  const { open, prepare }: Peer = await import(new URL('../peers/peer/aimock.ts', import.meta.url).href)
  const folder = mkdtempSync(join(tmpdir(), 'msw-cassette-serve-'))
  await prepare({ folder, interactions: STREAMS, events: EVENTS })
  const { fetch } = await open(folder)
  const { url } = await fetch('https://api.openai.com/v1/models')
  return url.replace(/\/models$/, '')
}
