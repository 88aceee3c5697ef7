import { expect, test } from 'vitest'
import { read } from '../../../test/llm/read.ts'

const done = { model: 'm', done: true, done_reason: 'stop' }
const answer = { ...done, message: { role: 'assistant', content: 'Warm.' } }

test('a turn with a tool is read: its call, its result by the name of the tool, and the offered tools', () => {
  const request = {
    model: 'm',
    tools: [{ type: 'function', function: { name: 'weather' } }],
    messages: [
      { role: 'system', content: 'Be brief.' },
      { role: 'user', content: 'How warm?' },
      { role: 'assistant', content: '', thinking: 'Look.', tool_calls: [{ id: 'c', function: { name: 'weather' } }] },
      { role: 'tool', tool_name: 'weather', content: '21 °C' },
      { role: 'tool', tool_call_id: 'c', name: 'weather', content: '' },
    ],
  }
  expect(read(request, answer)).toMatchObject({
    protocol: 'ollama',
    tools: ['weather'],
    messages: [
      { role: 'system', parts: [{ kind: 'text', text: 'Be brief.' }] },
      { role: 'user', parts: [{ kind: 'text', text: 'How warm?' }] },
      {
        role: 'assistant',
        parts: [
          { kind: 'reasoning', text: 'Look.' },
          { kind: 'tool-call', id: 'c', name: 'weather', arguments: {} },
        ],
      },
      {
        role: 'tool',
        parts: [{ kind: 'tool-result', name: 'weather', outcome: 'success', parts: [{ kind: 'text', text: '21 °C' }] }],
      },
      { role: 'tool', parts: [{ kind: 'tool-result', id: 'c', name: 'weather', outcome: 'success', parts: [] }] },
    ],
    answers: [{ parts: [{ kind: 'text', text: 'Warm.' }], finishReason: 'stop' }],
  })
})

test('an image that is not base64 is kept as it is', () => {
  const request = { model: 'm', prompt: 'What is it?', images: [{ path: 'a.png' }] }
  expect(read(request, { ...done, response: 'A cat.' })?.messages).toEqual([
    {
      role: 'user',
      parts: [
        { kind: 'text', text: 'What is it?' },
        { kind: 'other', type: 'unknown', value: { path: 'a.png' } },
      ],
    },
  ])
})

test('a generation is assembled from its lines, with its reasoning and the images of a model that draws', () => {
  const lines = [
    { model: 'm', response: '', thinking: 'Hm', done: false },
    { model: 'm', response: 'War', thinking: '.', done: false },
    { ...done, response: 'm.', message: { images: ['aGVsbG8='] }, eval_count: 2 },
  ]
  const stream = lines.map((line) => `${JSON.stringify(line)}\n`).join('')
  const conversation = read({ model: 'm', prompt: 'Hi' }, stream, { type: 'application/x-ndjson' })
  expect({ answers: conversation?.answers, usage: conversation?.usage }).toEqual({
    answers: [
      {
        parts: [
          { kind: 'reasoning', text: 'Hm.' },
          { kind: 'text', text: 'Warm.' },
          { kind: 'media', medium: 'image', bytes: 5 },
        ],
        finishReason: 'stop',
      },
    ],
    usage: { output: 2 },
  })
})
