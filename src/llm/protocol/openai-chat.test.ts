import { expect, test } from 'vitest'
import { read } from '../../../test/llm/read.ts'
import { data } from '../../../test/llm/record-conversation.ts'

const ANSWER = { choices: [{ index: 0, message: { role: 'assistant', content: 'Hi.' }, finish_reason: 'stop' }] }
const REQUEST = { model: 'gpt-5', messages: [{ role: 'user', content: 'Hello' }] }
const stream = (...chunks: unknown[]) => read(REQUEST, data(...chunks).join(''), { type: 'text/event-stream' })
const chunk = (delta: object, finish_reason: string | null = null) => ({
  choices: [{ index: 0, delta, finish_reason }],
})

test('a request is read with its instructions, media, tools and joined tool results', () => {
  const conversation = read(
    {
      model: 'gpt-5',
      tools: [
        { type: 'function', function: { name: 'weather' } },
        { type: 'custom', custom: { name: 'shell' } },
      ],
      messages: [
        { role: 'developer', content: 'Be brief.' },
        {
          role: 'user',
          content: [
            { type: 'text', text: 'Look:' },
            { type: 'image_url', image_url: { url: 'data:image/png;base64,aGVsbG8=' } },
            { type: 'image_url', image_url: { url: 'https://example.com/a.png' } },
            { type: 'input_audio', input_audio: { data: 'aGVsbG8h', format: 'wav' } },
            { type: 'file', file: { file_data: 'data:application/pdf;base64,aGVsbG8=' } },
            { type: 'file', file: { file_id: 'file-1' } },
            { type: 'hologram', size: 3 },
          ],
        },
        {
          role: 'assistant',
          content: null,
          tool_calls: [
            { id: 'call_1', type: 'function', function: { name: 'weather', arguments: '{"city":"Lisbon"}' } },
            { id: 'call_2', type: 'custom', custom: { name: 'shell', input: 'ls -l' } },
          ],
        },
        { role: 'tool', tool_call_id: 'call_1', content: '21 °C' },
      ],
    },
    ANSWER,
  )
  expect(conversation).toEqual({
    protocol: 'openai-chat',
    operation: 'chat',
    model: 'gpt-5',
    tools: ['weather', 'shell'],
    messages: [
      { role: 'system', parts: [{ kind: 'text', text: 'Be brief.' }] },
      {
        role: 'user',
        parts: [
          { kind: 'text', text: 'Look:' },
          { kind: 'media', medium: 'image', type: 'image/png', bytes: 5 },
          { kind: 'media', medium: 'image', reference: 'https://example.com/a.png' },
          { kind: 'media', medium: 'audio', type: 'audio/wav', bytes: 6 },
          { kind: 'media', medium: 'file', type: 'application/pdf', bytes: 5 },
          { kind: 'media', medium: 'file', reference: 'file-1' },
          { kind: 'other', type: 'hologram', value: { type: 'hologram', size: 3 } },
        ],
      },
      {
        role: 'assistant',
        parts: [
          { kind: 'tool-call', id: 'call_1', name: 'weather', arguments: { city: 'Lisbon' } },
          { kind: 'tool-call', id: 'call_2', name: 'shell', arguments: 'ls -l' },
        ],
      },
      {
        role: 'tool',
        parts: [
          {
            kind: 'tool-result',
            id: 'call_1',
            name: 'weather',
            outcome: 'success',
            parts: [{ kind: 'text', text: '21 °C' }],
          },
        ],
      },
    ],
    answers: [{ parts: [{ kind: 'text', text: 'Hi.' }], finishReason: 'stop' }],
  })
})

test('several choices, a refusal and a spoken answer are read', () => {
  const choices = [
    { message: { role: 'assistant', content: null, refusal: 'No.' }, finish_reason: 'stop' },
    {
      message: { role: 'assistant', content: null, audio: { id: 'a', data: 'aGVsbG8=', transcript: 'Hi.' } },
      finish_reason: 'stop',
    },
  ]
  expect(read(REQUEST, { choices })?.answers).toEqual([
    { parts: [{ kind: 'refusal', text: 'No.' }], finishReason: 'stop' },
    {
      parts: [
        { kind: 'media', medium: 'audio', bytes: 5 },
        { kind: 'text', text: 'Hi.' },
      ],
      finishReason: 'stop',
    },
  ])
})

test('the reasoning and the cost of OpenRouter are read from a stream', () => {
  const details = (text: string) => [{ type: 'reasoning.text', text, index: 0 }]
  expect(
    stream(
      chunk({ content: '', reasoning: 'Hm', reasoning_details: details('Hm') }),
      chunk({ content: '', reasoning: 'm.', reasoning_details: details('m.') }),
      chunk({ content: 'Hi.' }, 'stop'),
      {
        choices: [],
        usage: {
          prompt_tokens: 4,
          completion_tokens: 9,
          completion_tokens_details: { reasoning_tokens: 6 },
          cost: 0.00012,
        },
      },
    ),
  ).toMatchObject({
    answers: [
      {
        parts: [
          { kind: 'reasoning', text: 'Hmm.' },
          { kind: 'text', text: 'Hi.' },
        ],
        finishReason: 'stop',
      },
    ],
    usage: { input: 4, output: 9, reasoning: 6, cost: 0.00012 },
  })
})

test("the content of Mistral's reasoning models, a list of parts, is joined", () => {
  const thinking = (text: string) => [{ type: 'thinking', thinking: [{ type: 'text', text }] }]
  expect(
    stream(
      chunk({ role: 'assistant', content: '' }),
      chunk({ content: thinking('Hm') }),
      chunk({ content: thinking('m.') }),
      chunk({ content: 'Hello' }),
      chunk({ content: ' you.' }, 'stop'),
    )?.answers,
  ).toEqual([
    {
      parts: [
        { kind: 'reasoning', text: 'Hmm.' },
        { kind: 'text', text: 'Hello you.' },
      ],
      finishReason: 'stop',
    },
  ])
})

test('complete tool calls without an index, as Google sends them, stay apart', () => {
  const call = (id: string, city: string) => ({
    id,
    function: { name: 'weather', arguments: JSON.stringify({ city }) },
  })
  expect(
    stream(chunk({ tool_calls: [call('a', 'Lisbon')] }), chunk({ tool_calls: [call('b', 'Porto')] }))?.answers,
  ).toEqual([
    {
      parts: [
        { kind: 'tool-call', id: 'a', name: 'weather', arguments: { city: 'Lisbon' } },
        { kind: 'tool-call', id: 'b', name: 'weather', arguments: { city: 'Porto' } },
      ],
    },
  ])
})

test('reasoning that xAI counts only in the total is part of the output', () => {
  const usage = {
    prompt_tokens: 10,
    completion_tokens: 5,
    total_tokens: 35,
    completion_tokens_details: { reasoning_tokens: 20 },
  }
  expect(read(REQUEST, { ...ANSWER, usage })?.usage).toEqual({ input: 10, output: 25, reasoning: 20 })
})

test('a stream that was cut keeps the arguments as text, and has no finish reason', () => {
  const call = { index: 0, id: 'a', function: { name: 'weather', arguments: '{"city":"Lis' } }
  expect(stream(chunk({ tool_calls: [call] }))?.answers).toEqual([
    { parts: [{ kind: 'tool-call', id: 'a', name: 'weather', arguments: '{"city":"Lis' }] },
  ])
})

test('an error within a stream is read with the text before it', () => {
  expect(
    stream(chunk({ content: 'Hi' }), { error: { message: 'Overloaded', type: 'server_error', code: 502 } }),
  ).toMatchObject({
    answers: [{ parts: [{ kind: 'text', text: 'Hi' }] }],
    error: { type: 'server_error', message: 'Overloaded' },
  })
})
