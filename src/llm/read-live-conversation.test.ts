import { expect, test } from 'vitest'
import { buildConversation } from '../../test/build-conversation.ts'
import { type LiveEvent, readLiveEvents, silence } from '../../test/read-live-events.ts'
import { readConversation } from './read-conversation.ts'

const REALTIME = 'wss://api.openai.com/v1/realtime?model=gpt-realtime'
const SESSION: LiveEvent = [
  '<',
  {
    type: 'session.created',
    session: {
      type: 'realtime',
      model: 'gpt-realtime',
      instructions: 'Be brief.',
      tools: [{ type: 'function', name: 'weather' }],
      audio: { input: { format: { type: 'audio/pcm', rate: 24000 } }, output: { format: { type: 'audio/pcmu' } } },
    },
  },
]

test('Realtime is read with its session, its sounds as seconds and bytes, its calls and all its turns', () => {
  const events: LiveEvent[] = [
    SESSION,
    [
      '>',
      {
        type: 'conversation.item.create',
        item: { type: 'message', role: 'user', content: [{ type: 'input_text', text: 'Hi' }] },
      },
    ],
    ['>', { type: 'response.create' }],
    ['<', { type: 'response.created', response: { id: 'r1', object: 'realtime.response' } }],
    ['<', { type: 'response.output_text.delta', response_id: 'r1', delta: 'Hel' }],
    ['<', { type: 'response.output_text.delta', response_id: 'r1', delta: 'lo.' }],
    [
      '<',
      done('r1', [{ type: 'message', role: 'assistant', content: [{ type: 'output_text', text: 'Hello.' }] }], 10, 2),
    ],
    ...Array.from({ length: 3 }, (): LiveEvent => ['>', { type: 'input_audio_buffer.append', audio: silence(24_000) }]),
    ['<', { type: 'input_audio_buffer.committed', item_id: 'i2' }],
    ['<', { type: 'conversation.item.input_audio_transcription.completed', item_id: 'i2', transcript: 'Weather?' }],
    ['<', { type: 'response.created', response: { id: 'r2', object: 'realtime.response' } }],
    [
      '<',
      done('r2', [{ type: 'function_call', call_id: 'c1', name: 'weather', arguments: '{"city":"Lisbon"}' }], 20, 5),
    ],
    ['>', { type: 'conversation.item.create', item: { type: 'function_call_output', call_id: 'c1', output: '21' } }],
    ['>', { type: 'response.create' }],
    ['<', { type: 'response.output_audio.delta', response_id: 'r3', delta: silence(4_000) }],
    ['<', { type: 'response.output_audio.delta', response_id: 'r3', delta: silence(4_000) }],
    [
      '<',
      done(
        'r3',
        [{ type: 'message', role: 'assistant', content: [{ type: 'output_audio', transcript: '21 degrees.' }] }],
        30,
        7,
      ),
    ],
  ]
  expect(readLiveEvents(REALTIME, events)).toEqual({
    protocol: 'openai-realtime',
    operation: 'chat',
    provider: 'openai',
    model: 'gpt-realtime',
    tools: ['weather'],
    messages: [
      { role: 'system', parts: [{ kind: 'text', text: 'Be brief.' }] },
      { role: 'user', parts: [{ kind: 'text', text: 'Hi' }] },
      { role: 'assistant', parts: [{ kind: 'text', text: 'Hello.' }] },
      {
        role: 'user',
        parts: [
          { kind: 'media', medium: 'audio', type: 'audio/pcm', bytes: 72_000, duration: 1_500 },
          { kind: 'text', text: 'Weather?' },
        ],
      },
      { role: 'assistant', parts: [{ kind: 'tool-call', id: 'c1', name: 'weather', arguments: { city: 'Lisbon' } }] },
      {
        role: 'tool',
        parts: [
          { kind: 'tool-result', id: 'c1', name: 'weather', outcome: 'success', parts: [{ kind: 'text', text: '21' }] },
        ],
      },
    ],
    answers: [
      {
        parts: [
          { kind: 'media', medium: 'audio', type: 'audio/pcmu', bytes: 8_000, duration: 1_000 },
          { kind: 'text', text: '21 degrees.' },
        ],
        finishReason: 'completed',
      },
    ],
    usage: { input: 60, output: 14 },
  })
})

function done(id: string, output: readonly object[], input_tokens: number, output_tokens: number): object {
  const usage = { input_tokens, output_tokens }
  return { type: 'response.done', response: { id, object: 'realtime.response', status: 'completed', output, usage } }
}

test('Realtime that was cut has the text that arrived, and an error is reported', () => {
  const events: LiveEvent[] = [
    ['<', { type: 'session.created', session: { input_audio_format: 'g711_ulaw' } }],
    ['>', { type: 'input_audio_buffer.append', audio: silence(12_000) }],
    ['<', { type: 'response.audio_transcript.delta', response_id: 'r1', delta: 'Hel' }],
    ['<', { type: 'error', error: { type: 'server_error', code: 'session_expired', message: 'Too long.' } }],
  ]
  expect(readLiveEvents('wss://gateway.test/', events)).toEqual({
    protocol: 'openai-realtime',
    operation: 'chat',
    error: { type: 'session_expired', message: 'Too long.' },
    tools: [],
    messages: [
      { role: 'user', parts: [{ kind: 'media', medium: 'audio', type: 'audio/pcmu', bytes: 12_000, duration: 1_500 }] },
    ],
    answers: [{ parts: [{ kind: 'text', text: 'Hel' }] }],
  })
})

test('Responses over a WebSocket is read like the stream of the same API, with all its turns', () => {
  const message = (text: string): object => ({
    type: 'message',
    role: 'assistant',
    content: [{ type: 'output_text', text }],
  })
  const turn = (input: unknown, text: string): LiveEvent[] => [
    ['>', { type: 'response.create', model: 'gpt-5.2', input, tools: [{ type: 'function', name: 'weather' }] }],
    ['<', { type: 'response.created', response: { object: 'response', status: 'in_progress', model: 'gpt-5.2' } }],
    ['<', { type: 'response.output_item.added', output_index: 0, item: { type: 'message', content: [] } }],
    ['<', { type: 'response.output_text.delta', output_index: 0, content_index: 0, delta: text }],
    [
      '<',
      {
        type: 'response.completed',
        response: {
          object: 'response',
          status: 'completed',
          model: 'gpt-5.2-2026',
          output: [message(text)],
          usage: { input_tokens: 5, output_tokens: 3 },
        },
      },
    ],
  ]
  const events = [...turn('Hi', 'Hello.'), ...turn([{ role: 'user', content: 'Bye' }], 'Goodbye.')]
  expect(readLiveEvents('wss://api.openai.com/v1/responses', events)).toEqual({
    protocol: 'openai-responses',
    operation: 'chat',
    provider: 'openai',
    model: 'gpt-5.2-2026',
    tools: ['weather'],
    messages: [
      { role: 'user', parts: [{ kind: 'text', text: 'Hi' }] },
      { role: 'assistant', parts: [{ kind: 'text', text: 'Hello.' }] },
      { role: 'user', parts: [{ kind: 'text', text: 'Bye' }] },
    ],
    answers: [{ parts: [{ kind: 'text', text: 'Goodbye.' }], finishReason: 'completed' }],
    usage: { input: 10, output: 6 },
  })
})

test('frames of another kind are not a conversation with a model', () => {
  expect(
    readLiveEvents(REALTIME, [
      ['>', { type: 'subscribe', channel: 'a' }],
      ['<', { type: 'next', data: 1 }],
    ]),
  ).toBe(undefined)
  expect(readConversation(buildConversation({ frames: [{ from: 'client', at: 0, data: 'hi' }] }))).toBe(undefined)
})

test.each([
  ['session.created', { session: 'x' }],
  ['session.update', { session: { tools: [5], audio: { input: [] }, instructions: {} } }],
  ['conversation.item.create', { item: { content: [null, { type: 'input_audio', audio: 7 }] } }],
  ['input_audio_buffer.append', { audio: { toString: 1 } }],
  ['response.done', { response: { output: 'x', usage: [], status_details: { error: 'x' } } }],
  ['error', { error: null }],
  ['__proto__', {}],
  ['constructor', {}],
])('a broken event %s does no harm', (type, members) => {
  const said: LiveEvent = [
    '>',
    {
      type: 'conversation.item.create',
      item: { type: 'message', role: 'user', content: [{ type: 'input_text', text: 'Hi' }] },
    },
  ]
  const events: LiveEvent[] = [SESSION, said, ['<', JSON.parse(JSON.stringify({ type, ...members }))]]
  const conversation = readLiveEvents(REALTIME, events)
  expect(conversation).toMatchObject({ protocol: 'openai-realtime' })
})

test('frames in which nothing was said are no conversation', () => {
  const events: LiveEvent[] = [
    ['<', { type: 'session.created', session: {} }],
    ['>', { type: 'unknown.event' }],
  ]
  expect(readLiveEvents(REALTIME, events)).toBeUndefined()
})
