import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { parseCassette } from 'msw-cassette'
import { expect, test } from 'vitest'
import { encodeAwsEvent } from '../../test/llm/encode-aws-frame.ts'
import type { Interaction } from '../cassette.ts'
import { allProtocols } from './all-protocols.ts'
import { readConversation } from './read-conversation.ts'

const recorded: readonly Interaction[] = [
  'openai-chat-tools-streaming',
  'openai-responses-streaming',
  'anthropic-messages-streaming',
  'simple_streaming_gemini-2.0-flash',
  'openai-chat',
].flatMap((name) => parseCassette(readFileSync(`fixtures/go-vcr-v2/${name}.yaml`)).interactions)

/** JSON with the names that the readers look for, and values of any type. */
const names = fc.constantFrom(
  ...'choices message delta content type role text index tool_calls function arguments name id usage input output'.split(
    ' ',
  ),
  ...'candidates parts messages events response error contents item output_index contentBlockIndex done prompt'.split(
    ' ',
  ),
  ...'__proto__ constructor event_type data embedding result jsonrpc method params image file documents query'.split(
    ' ',
  ),
)
const { tree } = fc.letrec<{ tree: unknown }>((tie) => ({
  tree: fc.oneof(
    { maxDepth: 5 },
    fc.constantFrom(
      null,
      true,
      0,
      -1,
      1e308,
      '',
      'text',
      'message',
      'response.output_text.delta',
      'content_block_delta',
    ),
    fc.array(tie('tree'), { maxLength: 3 }),
    fc.dictionary(names, tie('tree'), { maxKeys: 5 }),
  ),
}))

function withBodies(interaction: Interaction, request: Uint8Array, response: Uint8Array): Interaction {
  return {
    request: { ...interaction.request, body: new Uint8Array(request) },
    response: { ...interaction.response, body: new Uint8Array(response) },
  }
}

function mutate(bytes: Uint8Array, at: number, byte: number, length: number): Uint8Array {
  const start = Math.floor(at * bytes.length)
  return Buffer.concat([bytes.subarray(0, start), Buffer.of(byte), bytes.subarray(start + length)])
}

test('a recording with changed bytes is read in part or not at all, and never throws', () => {
  const position = fc.double({ min: 0, max: 1, noNaN: true })
  const change = fc.tuple(position, fc.nat(255), fc.nat(40))
  fc.assert(
    fc.property(fc.constantFrom(...recorded), change, change, (interaction, [a, b, c], [d, e, f]) => {
      const { request, response } = interaction
      readConversation(withBodies(interaction, mutate(request.body, a, b, c), mutate(response.body, d, e, f)))
    }),
    { numRuns: 500 },
  )
})

test('every protocol reads any JSON', () => {
  fc.assert(
    fc.property(tree, tree, (first, second) => {
      const request = { ...(first as object) }
      const answer = { ...(second as object) }
      const events = [first, second].map((json) => ({ name: undefined, data: '', json }))
      for (const { stream, ...protocol } of allProtocols) {
        protocol.isRequest(request)
        protocol.isAnswer(answer, request)
        protocol.readRequest(request, '/model/%zz/invoke')
        protocol.readAnswer(answer, request)
        stream?.isEvent(answer, request)
        if (stream) protocol.readAnswer(stream.assemble(events), request)
      }
    }),
    { numRuns: 500 },
  )
})

test('a message of AWS that was cut is left out', () => {
  const frame = encodeAwsEvent('contentBlockDelta', { contentBlockIndex: 0, delta: { text: 'Hi' } })
  const [interaction] = recorded
  for (let length = 0; length < frame.length; length++) {
    const cut = interaction && withBodies(interaction, new Uint8Array(), frame.subarray(0, length))
    expect(cut && readConversation(cut)).toBeUndefined()
  }
})

test.each([
  ['events', (count: number) => 'data: {"choices":[{"index":0,"delta":{"content":"a"}}]}\n\n'.repeat(count)],
  ['an event of many lines', (count: number) => `${'data: 1\n'.repeat(count * 5)}\n`],
  ['a line without an end', (count: number) => `data: ${'a'.repeat(count * 50)}`],
  ['lines', (count: number) => '{"message":{"content":"a"},"done":false}\n'.repeat(count)],
  ['open brackets', (count: number) => '['.repeat(count * 50)],
])('the work for %s grows with the length', (_name, toBody) => {
  const read = (count: number): number => {
    const [interaction] = recorded
    const body = new TextEncoder().encode(toBody(count))
    const start = process.cpuUsage()
    if (interaction) readConversation(withBodies(interaction, new Uint8Array(), body))
    const { user, system } = process.cpuUsage(start)
    return user + system
  }
  read(2000)
  // A quadratic reader takes 64 times as long, not 8 times.
  expect(read(32_000)).toBeLessThan(40 * Math.max(read(4000), 4000))
})
