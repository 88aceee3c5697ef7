import { expect, test } from 'vitest'
import { buildCassette, CHAT } from '../../test/build-cassette.ts'
import { encodeAwsEvent } from '../../test/llm/encode-aws-frame.ts'
import { openCassette } from '../open/open-fetch-session.ts'
import type { Fault } from './fault.ts'

/** The events of an answer, and its content type. */
interface Framed {
  readonly type: string
  readonly events: readonly Buffer[]
}

const aws: Framed = {
  type: 'application/vnd.amazon.eventstream',
  events: ['Ol', 'á', '!'].map((text) => encodeAwsEvent('contentBlockDelta', { delta: { text } })),
}
const ndjson: Framed = {
  type: 'application/x-ndjson',
  events: ['Ol', 'á', '!'].map((content) => Buffer.from(`${JSON.stringify({ message: { content } })}\n`)),
}

/** Reads an answer with a fault, and how it ends. */
async function read({ type, events }: Framed, fault: Omit<Fault, 'at'>): Promise<{ bytes: Buffer; end: string }> {
  const response = new Uint8Array(Buffer.concat(events))
  const faults = [{ at: 0, ...fault }]
  const session = openCassette(buildCassette({ type, response }), { mode: 'replay', faults })
  const chunks: Uint8Array[] = []
  const { body } = await session.fetch(CHAT)
  try {
    for await (const chunk of body ?? []) chunks.push(chunk)
    session.verify()
    return { bytes: Buffer.concat(chunks), end: 'complete' }
  } catch (error) {
    return { bytes: Buffer.concat(chunks), end: String((error as Error).cause) }
  }
}

const FRAMINGS: readonly [string, Framed][] = [
  ['messages of AWS', aws],
  ['lines of NDJSON', ndjson],
]

test.each(FRAMINGS)('%s are cut between events, and inside one', async (_, framed) => {
  const [first, second] = framed.events as [Buffer, Buffer]
  const [one, two] = [first, Buffer.concat([first, second])]
  expect(await read(framed, { cutAfter: 1 })).toEqual({ bytes: one, end: 'Error: read ECONNRESET' })
  expect(await read(framed, { cutAfter: 2, cutAs: 'end' })).toEqual({ bytes: two, end: 'complete' })
  const half = Buffer.concat([first, second.subarray(0, Math.floor(second.length / 2))])
  expect(await read(framed, { cutAfter: { events: 1, inside: 'event' }, cutAs: 'end' })).toEqual({
    bytes: half,
    end: 'complete',
  })
  const { bytes } = await read(framed, { cutAfter: { events: 0, inside: 'character' }, cutAs: 'end' })
  expect([...bytes.subarray(-1)]).toEqual([0xc3])
})

test.each(FRAMINGS)('%s: an event arrives twice', async (_, framed) => {
  const [first, second, third] = framed.events as [Buffer, Buffer, Buffer]
  expect(await read(framed, { duplicate: 1 })).toEqual({
    bytes: Buffer.concat([first, second, second, third]),
    end: 'complete',
  })
})

test('a damaged message of AWS has a wrong checksum, and the others are whole', async () => {
  const { bytes } = await read(aws, { malformed: 1 })
  const [first, second] = aws.events as [Buffer, Buffer]
  const at = first.length + second.length - 1
  const expected = Buffer.concat(aws.events)
  expect(bytes[at]).not.toBe(expected[at])
  expected[at] = bytes[at] ?? 0
  expect(bytes).toEqual(expected)
})

test('a damaged line of NDJSON can’t be parsed, and the others are whole', async () => {
  const { bytes } = await read(ndjson, { malformed: 1 })
  const lines = bytes.toString().split('\n')
  expect(lines).toHaveLength(4)
  expect(() => JSON.parse(lines[1] ?? '')).toThrow(SyntaxError)
  expect([0, 2].map((index) => JSON.parse(lines[index] ?? '').message.content)).toEqual(['Ol', '!'])
})
