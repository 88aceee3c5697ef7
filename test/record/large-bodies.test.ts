import { type Interaction, openCassette, parseCassette, stringifyCassette } from 'msw-cassette'
import { expect, test } from 'vitest'
import { buildCassette, CHAT } from '../build-cassette.ts'

/** More than the stack of a regular expression can hold, and more than the YAML parser accepts. */
const SIZE = 36 * 1024 * 1024

const bodies: Readonly<Record<string, () => string | Uint8Array<ArrayBuffer>>> = {
  'one word, such as base64': () => 'abcd'.repeat(SIZE / 4),
  'JSON on one line': () => `{"data":"${'ab cd ef '.repeat(SIZE / 9)}"}`,
  'lines of 1 KB': () => `${'words '.repeat(170)}\n`.repeat(SIZE / 1021),
  'spaces between two letters': () => `a${' '.repeat(SIZE)}b`,
  'bytes that are no text': () => new Uint8Array(SIZE).fill(0xff),
}

test.each(Object.entries(bodies))(
  'a body of 36 MB is written, read and replayed: %s',
  { timeout: 60_000 },
  async (_title, make) => {
    const body = make()
    const text = stringifyCassette(buildCassette({ response: body }))
    const session = openCassette(parseCassette(text), { mode: 'replay' })
    const received = Buffer.from(await (await session.fetch(CHAT)).arrayBuffer())
    // Not toEqual, which would print both.
    expect(received.equals(Buffer.from(body as string))).toBe(true)
  },
)

test('a million line breaks before the last letter are written in linear time', () => {
  const body = `a${'\n'.repeat(1_000_000)}b`
  const [interaction] = parseCassette(stringifyCassette(buildCassette({ response: body }))).interactions
  expect(new TextDecoder().decode(interaction?.response.body) === body).toBe(true)
})

test('a body of many chunks is read without the YAML parser, which would refuse its size', () => {
  const sizes = Array.from({ length: 2_000 }, () => ({ size: SIZE / 2_000, time: 1 }))
  const chunks = sizes.map(({ size, time }) => ({ size: Math.floor(size), time }))
  const body = 'x'.repeat(chunks.reduce((sum, { size }) => sum + size, 0))
  const [interaction] = parseCassette(stringifyCassette(buildCassette({ response: body, chunks }))).interactions
  expect(interaction?.response.chunks).toEqual(chunks satisfies Interaction['response']['chunks'])
})
