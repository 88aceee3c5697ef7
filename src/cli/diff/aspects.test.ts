import { gzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { buildCassette, type Exchange } from '../../../test/build-cassette.ts'
import { buildFrames, type Frames } from '../../../test/build-frames.ts'
import type { Interaction } from '../../cassette.ts'
import type { Conversation } from '../../llm/conversation.ts'
import { aspectsOf } from './aspects.ts'

function only(interactions: readonly Interaction[]): Interaction {
  const [interaction] = interactions
  if (!interaction) throw new Error('There is no interaction.')
  return interaction
}

const build = (exchange: Exchange): Interaction => only(buildCassette(exchange).interactions)
const socket = (frames: Frames): Interaction => only(buildFrames(frames).interactions)
const textsOf = (interaction: Interaction): Record<string, string> =>
  Object.fromEntries(aspectsOf(interaction, undefined).map(({ name, text }) => [name, text]))
const shapesOf = (interaction: Interaction): Record<string, string> =>
  Object.fromEntries(aspectsOf(interaction, undefined).map(({ name, shape }) => [name, shape]))

test('an exchange of an unknown protocol has a request, a status and its bodies', () => {
  const interaction = build({
    method: 'PUT',
    url: 'https://a.test/x',
    request: 'name',
    response: '{"b":[1,"x"],"a":null}',
    status: 201,
  })
  expect(aspectsOf(interaction, undefined)).toEqual([
    { name: 'request', text: 'PUT https://a.test/x', shape: 'PUT https://a.test/x' },
    { name: 'status', text: '201', shape: '201' },
    { name: 'request body', text: 'name', shape: 'text' },
    {
      name: 'response body',
      text: '{\n  "a": null,\n  "b": [\n    1,\n    "x"\n  ]\n}',
      shape: '{"a":null,"b":[1,""]}',
    },
  ])
})

test('the shape of events has their names and types, without their texts', () => {
  const interaction = build({
    response: 'event: delta\ndata: {"text":"Hi","n":1}\n\ndata: plain\n\n',
    type: 'text/event-stream',
  })
  expect(textsOf(interaction)['response body']).toBe('delta {"text":"Hi","n":1}\nevent plain')
  expect(shapesOf(interaction)['response body']).toMatch(/^delta \{"n":1,"text":""\}\n /)
})

test('bytes are compared by their size and their digest, compressed or not', () => {
  const bytes = Uint8Array.of(0xff, 0, 1)
  const plain = textsOf(build({ response: bytes, type: 'image/png' }))
  expect(plain['response body']).toMatch(/^\[3 bytes, sha256 [0-9a-f]{12}\]$/)
  const zipped = {
    response: new Uint8Array(gzipSync(bytes)),
    type: 'image/png',
    headers: [['Content-Encoding', 'gzip']],
  } as const
  expect(textsOf(build(zipped))).toEqual(plain)
})

/** A form with a text and a file, as `FormData` sends it. */
function upload(boundary: string, text: string, file: string): Interaction {
  const part = (name: string, content: string): string =>
    `--${boundary}\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${content}\r\n`
  const { request, response } = build({
    method: 'POST',
    request: `${part('title', text)}${part('data', file)}--${boundary}--\r\n`,
  })
  return { request: { ...request, headers: [['Content-Type', `multipart/form-data; boundary=${boundary}`]] }, response }
}

test('the boundary of a form does not count, and its parts do', () => {
  const first = upload('----1a', 'Report', 'a,b')
  expect(textsOf(first)['request body']).toBe(
    'content-disposition: form-data; name="title"\nReport\n\ncontent-disposition: form-data; name="data"\na,b',
  )
  expect(aspectsOf(upload('----2b', 'Report', 'a,b'), undefined)).toEqual(aspectsOf(first, undefined))
  const reworded = upload('----3c', 'Review', 'a,b')
  expect(textsOf(reworded)).not.toEqual(textsOf(first))
  expect(shapesOf(reworded)).toEqual(shapesOf(first))
})

test('the frames of a WebSocket are compared by their peers, and their texts are wording', () => {
  const frames = ['> {"type":"hi","text":"a"}', '< {"type":"hi","text":"b"}']
  const interaction = socket({ frames, close: { from: 'server', code: 1000, reason: 'done' } })
  expect(textsOf(interaction)).toEqual({
    request: 'GET wss://api.test/v1/realtime',
    status: '101',
    frames: 'client {"type":"hi","text":"a"}\nserver {"type":"hi","text":"b"}',
    close: 'server 1000 done',
  })
  expect(shapesOf(interaction).frames).toBe('client {"text":"","type":""}\nserver {"text":"","type":""}')
})

test('a WebSocket that was open when the recording ended differs from a closed one', () => {
  expect([textsOf(socket({ frames: [] })).close, shapesOf(socket({ frames: [] })).close]).toEqual(['(open)', '(open)'])
})

const CONVERSATION: Conversation = {
  protocol: 'openai-chat',
  operation: 'chat',
  model: 'gpt-5-mini',
  tools: ['weather', 'clock'],
  messages: [
    { role: 'system', parts: [{ kind: 'text', text: 'Be brief.' }] },
    { role: 'user', parts: [{ kind: 'text', text: 'Hot?' }] },
  ],
  answers: [
    {
      parts: [
        { kind: 'reasoning', text: 'Hm.' },
        { kind: 'text', text: 'Yes.' },
        { kind: 'refusal', text: 'No.' },
        { kind: 'tool-call', id: '1', name: 'weather', arguments: { unit: 'C', city: 'Lisbon' } },
        { kind: 'media', medium: 'image', reference: 'https://a.test/b.png' },
      ],
      finishReason: 'stop',
    },
    { parts: [] },
  ],
  error: { type: 'overloaded', message: 'Later.' },
}

test('a conversation has an aspect for each kind of content, and only texts are wording', () => {
  const interaction = build({ method: 'POST', url: 'https://a.test/' })
  const same = (name: string, text: string) => ({ name, text, shape: text })
  expect(aspectsOf(interaction, CONVERSATION)).toEqual([
    same('request', 'POST https://a.test/'),
    same('status', '200'),
    same('model', 'gpt-5-mini'),
    same('tools', 'weather\nclock'),
    { name: 'prompt', text: 'system: Be brief.\nuser: Hot?', shape: 'system,user' },
    { name: 'reasoning', text: 'Hm.', shape: 'text' },
    { name: 'answer', text: 'Yes.\nNo.', shape: 'text' },
    same('tool calls', 'weather {"city":"Lisbon","unit":"C"}'),
    same('other parts', '[image, https://a.test/b.png]'),
    same('finish', 'stop, (none)'),
    same('error', 'overloaded: Later.'),
  ])
})

test('an empty aspect is absent', () => {
  const empty = { protocol: 'openai-chat', operation: 'chat', tools: [], messages: [], answers: [] } as const
  expect(aspectsOf(build({}), empty).map(({ name }) => name)).toEqual(['request', 'status'])
})

test('arguments that are not JSON are compared as text', () => {
  const call = { kind: 'tool-call', name: 'f', arguments: '{"cut' } as const
  const cut = { protocol: 'x', operation: 'chat', tools: [], messages: [], answers: [{ parts: [call] }] } as const
  expect(aspectsOf(build({}), cut).find(({ name }) => name === 'tool calls')?.text).toBe('f {"cut')
})
