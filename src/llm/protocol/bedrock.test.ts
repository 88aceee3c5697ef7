import { expect, test } from 'vitest'
import { encodeAwsEvent, encodeAwsFrame } from '../../../test/llm/encode-aws-frame.ts'
import { read } from '../../../test/llm/read.ts'

const STREAM = 'application/vnd.amazon.eventstream'
const url = (model: string, operation: string): string =>
  `https://bedrock-runtime.us-east-1.amazonaws.com/model/${encodeURIComponent(model)}/${operation}`
/** InvokeModel wraps the events of the model in base64. */
const chunk = (value: unknown): Buffer =>
  encodeAwsEvent('chunk', { bytes: Buffer.from(JSON.stringify(value)).toString('base64') })

test('a request and an answer of Converse are read', () => {
  const request = {
    system: [{ text: 'Be brief.' }, { cachePoint: { type: 'default' } }],
    toolConfig: { tools: [{ toolSpec: { name: 'weather' } }] },
    messages: [
      {
        role: 'user',
        content: [{ text: 'Look.' }, { image: { format: 'png', source: { bytes: 'aGVsbG8=' } } }],
      },
      { role: 'assistant', content: [{ toolUse: { toolUseId: 't1', name: 'weather', input: { city: 'Lisbon' } } }] },
      {
        role: 'user',
        content: [{ toolResult: { toolUseId: 't1', status: 'error', content: [{ json: { reason: 'down' } }] } }],
      },
    ],
  }
  const response = {
    output: { message: { role: 'assistant', content: [{ text: 'Sorry.' }] } },
    stopReason: 'end_turn',
    usage: { inputTokens: 3, outputTokens: 2, totalTokens: 15, cacheReadInputTokens: 10 },
  }
  expect(read(request, response, { url: url('us.amazon.nova-lite-v1:0', 'converse') })).toEqual({
    protocol: 'bedrock-converse',
    operation: 'chat',
    provider: 'aws-bedrock',
    model: 'us.amazon.nova-lite-v1:0',
    tools: ['weather'],
    messages: [
      { role: 'system', parts: [{ kind: 'text', text: 'Be brief.' }] },
      {
        role: 'user',
        parts: [
          { kind: 'text', text: 'Look.' },
          { kind: 'media', medium: 'image', type: 'image/png', bytes: 5 },
        ],
      },
      { role: 'assistant', parts: [{ kind: 'tool-call', id: 't1', name: 'weather', arguments: { city: 'Lisbon' } }] },
      {
        role: 'tool',
        parts: [
          {
            kind: 'tool-result',
            id: 't1',
            name: 'weather',
            outcome: 'error',
            parts: [{ kind: 'other', type: 'json', value: { reason: 'down' } }],
          },
        ],
      },
    ],
    answers: [{ parts: [{ kind: 'text', text: 'Sorry.' }], finishReason: 'end_turn' }],
    usage: { input: 13, cachedInput: 10, output: 2 },
  })
})

test('the stream of InvokeModel is read in the protocol of the model', () => {
  const request = {
    anthropic_version: 'bedrock-2023-05-31',
    max_tokens: 9,
    messages: [{ role: 'user', content: 'Hi' }],
  }
  const frames = Buffer.concat([
    chunk({ type: 'message_start', message: { model: 'claude-haiku', usage: { input_tokens: 4, output_tokens: 1 } } }),
    chunk({ type: 'content_block_start', index: 0, content_block: { type: 'text', text: '' } }),
    chunk({ type: 'content_block_delta', index: 0, delta: { type: 'text_delta', text: 'Hello.' } }),
    chunk({ type: 'message_delta', delta: { stop_reason: 'end_turn' }, usage: { output_tokens: 3 } }),
  ])
  expect(read(request, frames, { url: url('anthropic.claude', 'invoke-with-response-stream'), type: STREAM })).toEqual({
    protocol: 'anthropic-messages',
    operation: 'chat',
    provider: 'aws-bedrock',
    model: 'claude-haiku',
    tools: [],
    messages: [{ role: 'user', parts: [{ kind: 'text', text: 'Hi' }] }],
    answers: [{ parts: [{ kind: 'text', text: 'Hello.' }], finishReason: 'end_turn' }],
    usage: { input: 4, output: 3 },
  })
})

test.each([
  [
    'bedrock-titan',
    { inputText: 'Hi' },
    [
      { outputText: 'Hel', index: 0 },
      { outputText: 'lo.', index: 0, completionReason: 'FINISH', inputTextTokenCount: 2, totalOutputTextTokenCount: 3 },
    ],
    'FINISH',
  ],
  [
    'bedrock-llama',
    { prompt: 'Hi' },
    [
      { generation: 'Hel', prompt_token_count: 2, generation_token_count: 1 },
      { generation: 'lo.', stop_reason: 'stop', prompt_token_count: null, generation_token_count: 3 },
    ],
    'stop',
  ],
])('the stream of %s is read', (protocol, request, events, finishReason) => {
  const frames = Buffer.concat(events.map(chunk))
  expect(read(request, frames, { url: url('some.model', 'invoke-with-response-stream'), type: STREAM })).toEqual({
    protocol,
    operation: 'chat',
    provider: 'aws-bedrock',
    model: 'some.model',
    tools: [],
    messages: [{ role: 'user', parts: [{ kind: 'text', text: 'Hi' }] }],
    answers: [{ parts: [{ kind: 'text', text: 'Hello.' }], finishReason }],
    usage: { input: 2, output: 3 },
  })
})

test('an exception within a stream is its error, and a message with a wrong checksum is left out', () => {
  const headers = { ':exception-type': 'throttlingException', ':message-type': 'exception' }
  const wrong = encodeAwsEvent('contentBlockDelta', { contentBlockIndex: 0, delta: { text: 'wrong' } })
  wrong[wrong.length - 1] = (wrong.at(-1) ?? 0) ^ 1
  const frames = Buffer.concat([
    encodeAwsEvent('contentBlockDelta', { contentBlockIndex: 0, delta: { text: 'Hi' } }),
    wrong,
    encodeAwsFrame(headers, { message: 'Too many requests' }),
  ])
  const request = { messages: [{ role: 'user', content: [{ text: 'Hi' }] }] }
  // Some recordings have the content type redacted.
  expect(read(request, frames, { url: url('some.model', 'converse-stream'), type: 'REDACTED' })).toMatchObject({
    answers: [{ parts: [{ kind: 'text', text: 'Hi' }] }],
    error: { type: 'throttlingException', message: 'Too many requests' },
  })
})
