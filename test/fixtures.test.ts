import { globSync, readFileSync } from 'node:fs'
import { type CassetteSession, type Interaction, openCassette, parseCassette, stringifyCassette } from 'msw-cassette'
import { expect, test } from 'vitest'
import { decompress } from '../src/body/decompress.ts'
import type { WebSocketPeer } from '../src/cassette.ts'
import { driveSocket } from './drive-socket.ts'
import { sortHeaders } from './sort-headers.ts'

const files = globSync('fixtures/*/**/*.{yaml,yml,json,har,gz}').sort()

test('the fixtures are found', () => {
  expect(files).toContain('fixtures/go-vcr-v2/simple_streaming_gemini-2.0-flash.yaml')
})

test.each(files)('%s is replayed byte for byte', async (file) => {
  await using session = openCassette(file, { mode: 'replay' })
  const { interactions } = session.cassette
  expect(interactions.length).toBeGreaterThan(0)
  const replayed = []
  for (const interaction of interactions) replayed.push(await replay(session, interaction))
  const recorded = interactions.map(async (interaction) => ({
    status: interaction.response.status,
    body: toText(await decompress(interaction)),
    messages: messagesOf(interaction, 'server'),
  }))
  expect(replayed).toEqual(await Promise.all(recorded))
  expect(session.unplayed).toEqual([])
  session.verify()
})

test.each(files)('writing %s and reading it again loses nothing', (file) => {
  const cassette = parseCassette(readFileSync(file))
  const again = parseCassette(stringifyCassette(cassette))
  expect(again.interactions.map(toModel)).toEqual(cassette.interactions.map(toModel))
})

async function replay(session: CassetteSession, interaction: Interaction) {
  const { websocket } = interaction.response
  if (websocket) return converse(new session.WebSocket(interaction.request.url), interaction)
  const { method, url, headers, body } = interaction.request
  const init = body.length === 0 ? {} : { body }
  const response = await session.fetch(url, { method, headers: headers.map(([name, value]) => [name, value]), ...init })
  return { status: response.status, body: toText(new Uint8Array(await response.arrayBuffer())), messages: [] }
}

/** Sends the frames of the client, and closes after the last one of the server. */
async function converse(socket: WebSocket, interaction: Interaction) {
  const expected = messagesOf(interaction, 'server').length
  const messages: unknown[] = []
  const events = await driveSocket(socket, {
    open: () => messagesOf(interaction, 'client').forEach((data) => void socket.send(data)),
    message: (data) => void (messages.push(data) === expected && socket.close()),
  })
  return { status: events[0] === 'open' ? 101 : 0, body: '', messages }
}

function messagesOf({ response }: Interaction, from: WebSocketPeer) {
  return (response.websocket?.frames ?? []).filter((frame) => frame.from === from).map(({ data }) => data)
}

/** One character per byte, so that bodies that are not UTF-8 can be compared too. */
function toText(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('latin1')
}

/** Without lines, and with sorted headers: the writer sorts them. */
function toModel({ line: _line, request, response, ...rest }: Interaction): Omit<Interaction, 'line'> {
  return {
    ...rest,
    request: { ...request, headers: sortHeaders(request.headers) },
    response: { ...response, headers: sortHeaders(response.headers) },
  }
}
