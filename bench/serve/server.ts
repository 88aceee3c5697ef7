import { mkdtempSync } from 'node:fs'
import { createServer, type RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { setImmediate as nextTurn } from 'node:timers/promises'
import { openCassette } from 'msw-cassette/fetch'
import { NodeRequest, sendNodeResponse } from 'srvx/node'
import { cassetteOf, events, requestBody } from '../data/exchange.ts'
import type { Peer } from '../run/peer.ts'
import { EVENTS, STREAMS } from './load.ts'

// A server in its own process. The first argument is its kind, and its message is the base URL of its routes.

const answers = new Map(Array.from({ length: STREAMS }, (_, index) => [requestBody(index), events(EVENTS)]))

process.send?.(await start(process.argv[2] ?? ''))

async function start(kind: string): Promise<string> {
  const servers: Record<string, () => Promise<string>> = {
    'hand-written': startHandWritten,
    'web-streams': startWebStreams,
    'msw-cassette': startOurs,
    aimock: startAimock,
  }
  return servers[kind]?.() ?? Promise.reject(new Error(`There is no server ${kind}.`))
}

async function startOurs(): Promise<string> {
  const session = openCassette(cassetteOf(STREAMS, EVENTS), { mode: 'replay', repeat: 'last' })
  return `${(await session.listen()).urlFor('openai')}/v1`
}

/**
 * Like a project would write it: it reads the body as text, looks up the answer by that text, which compares nothing else and parses
 * nothing, and writes each event, a string that is ready, in a turn of the event loop of its own. The first event is in one packet with
 * the head.
 */
function startHandWritten(): Promise<string> {
  return listen(async (request, response) => {
    const pieces = answers.get(await text(request)) ?? []
    response.writeHead(200, { 'content-type': 'text/event-stream' })
    for (const piece of pieces) {
      response.write(piece)
      await nextTurn()
    }
    response.end()
  })
}

/**
 * The same with a `Request` and a `Response`, and srvx as their adapter to `node:http`. It shows how much of a first event the streams of
 * the platform take.
 */
function startWebStreams(): Promise<string> {
  const encoder = new TextEncoder()
  return listen(async (message, response) => {
    const pieces = answers.get(await new NodeRequest({ req: message, res: response }).text()) ?? []
    let next = 0
    const body = new ReadableStream({
      async pull(controller) {
        await nextTurn()
        controller.enqueue(encoder.encode(pieces[next++]))
        if (next === pieces.length) controller.close()
      },
    })
    await sendNodeResponse(response, new Response(body, { headers: { 'content-type': 'text/event-stream' } }))
  })
}

async function listen(answer: RequestListener): Promise<string> {
  const server = createServer(answer)
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
