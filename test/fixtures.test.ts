import { globSync, readFileSync } from 'node:fs'
import { type Interaction, openCassette, parseCassette, stringifyCassette } from 'msw-cassette'
import { expect, test } from 'vitest'
import { decompress } from '../src/body/decompress.ts'

const files = globSync('fixtures/*/**/*.{yaml,yml,json,har,gz}').sort()

test('there are fixtures', () => {
  expect(files).toContain('fixtures/go-vcr-v2/simple_streaming_gemini-2.0-flash.yaml')
})

test.each(files)('%s replays byte for byte', async (file) => {
  await using session = openCassette(file, { mode: 'replay' })
  const { interactions } = session.cassette
  expect(interactions.length).toBeGreaterThan(0)
  const replayed = []
  for (const { request } of interactions) replayed.push(await ask(session.fetch, request))
  const recorded = interactions.map(async ({ response }) => ({
    status: response.status,
    body: toText(await decompress(response)),
  }))
  expect(replayed).toEqual(await Promise.all(recorded))
  expect(session.unplayed).toEqual([])
  session.verify()
})

test.each(files)('%s is the same when it is written and read again', (file) => {
  const cassette = parseCassette(readFileSync(file))
  const again = parseCassette(stringifyCassette(cassette))
  expect(again.interactions.map(withoutPlace)).toEqual(cassette.interactions.map(withoutPlace))
})

async function ask(fetch: typeof globalThis.fetch, { method, url, headers, body }: Interaction['request']) {
  const sent = body.length === 0 ? {} : { body }
  const response = await fetch(url, { method, headers: headers.map(([name, value]) => [name, value]), ...sent })
  return { status: response.status, body: toText(new Uint8Array(await response.arrayBuffer())) }
}

/** One character for each byte: a body that is no UTF-8 compares, too. */
function toText(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('latin1')
}

function withoutPlace({ line: _line, ...interaction }: Interaction): Omit<Interaction, 'line'> {
  return interaction
}
