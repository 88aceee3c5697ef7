import { globSync, readFileSync } from 'node:fs'
import { type Interaction, openCassette, parseCassette, stringifyCassette } from 'msw-cassette'
import { expect, test } from 'vitest'
import { decompress } from '../src/body/decompress.ts'
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
  for (const { request } of interactions) replayed.push(await send(session.fetch, request))
  const recorded = interactions.map(async (interaction) => ({
    status: interaction.response.status,
    body: toText(await decompress(interaction)),
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

async function send(fetch: typeof globalThis.fetch, { method, url, headers, body }: Interaction['request']) {
  const init = body.length === 0 ? {} : { body }
  const response = await fetch(url, { method, headers: headers.map(([name, value]) => [name, value]), ...init })
  return { status: response.status, body: toText(new Uint8Array(await response.arrayBuffer())) }
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
