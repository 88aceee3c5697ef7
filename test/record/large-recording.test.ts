import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { openCassette, parseCassette } from 'msw-cassette'
import { expect, test } from 'vitest'
import { startServer } from '../start-server.ts'
import { makeTempFolder } from '../temp-folder.ts'

/** More than a regular expression without limits survives, and quick. `LARGE_RECORDING_MB=50` measures more. */
const MEGABYTES = Number(process.env.LARGE_RECORDING_MB ?? 8)

/** Base64 of bytes that look random, so that it contains every short prefix of a credential. */
function makeBase64(seed: number): string {
  const words = new Uint32Array((MEGABYTES * 1024 * 1024 * 3) / 16)
  let state = seed
  for (let index = 0; index < words.length; index++) {
    state ^= state << 13
    state ^= state >>> 17
    state ^= state << 5
    words[index] = state
  }
  return Buffer.from(words.buffer).toString('base64')
}

test(`${MEGABYTES} MB of base64 in a request and in its response are recorded and replayed`, {
  timeout: 120_000,
}, async () => {
  const [sent, answered] = [1, 2].map((seed) => JSON.stringify({ data: makeBase64(seed) })) as [string, string]
  await using upstream = await startServer((_, response, body) => {
    response.writeHead(body === sent ? 200 : 400, { 'content-type': 'application/json' }).end(answered)
  })
  const file = join(makeTempFolder(), 'large.yaml')
  const exchange = async (mode: 'record' | 'replay') => {
    await using session = openCassette(file, { mode, hosts: [upstream.host] })
    const headers = { 'content-type': 'application/json' }
    const response = await session.fetch(`${upstream.origin}/files`, { method: 'POST', headers, body: sent })
    // Compared here, because a matcher would print both.
    const body = (await response.text()) === answered ? 'the answer' : 'another'
    await session.close()
    return { status: response.status, body, recorded: session.recorded.length, mismatches: session.mismatches }
  }
  expect(await exchange('record')).toEqual({ status: 200, body: 'the answer', recorded: 1, mismatches: [] })
  await upstream.close()
  const [interaction] = parseCassette(readFileSync(file)).interactions
  expect(Buffer.from(interaction?.request.body ?? []).equals(Buffer.from(sent))).toBe(true)
  expect(await exchange('replay')).toEqual({ status: 200, body: 'the answer', recorded: 0, mismatches: [] })
})
