import { expect, test } from 'vitest'
import { read } from '../../../test/llm/read.ts'

test('a request and an answer of version 2 are read', () => {
  const request = {
    model: 'command-a',
    tools: [{ type: 'function', function: { name: 'weather' } }],
    messages: [
      { role: 'user', content: [{ type: 'text', text: 'Hi' }] },
      {
        role: 'assistant',
        tool_calls: [{ id: 't1', type: 'function', function: { name: 'weather', arguments: '{"city":"Lisbon"}' } }],
      },
      { role: 'tool', tool_call_id: 't1', content: [{ type: 'document', document: { data: '21' } }] },
    ],
  }
  const response = {
    id: 'c1',
    finish_reason: 'COMPLETE',
    message: {
      role: 'assistant',
      content: [
        { type: 'thinking', thinking: 'Hm.' },
        { type: 'text', text: 'It is 21 °C.' },
      ],
    },
    usage: { billed_units: { input_tokens: 1, output_tokens: 2 }, tokens: { input_tokens: 30, output_tokens: 4 } },
  }
  expect(read(request, response)).toEqual({
    protocol: 'cohere-chat',
    operation: 'chat',
    model: 'command-a',
    tools: ['weather'],
    messages: [
      { role: 'user', parts: [{ kind: 'text', text: 'Hi' }] },
      { role: 'assistant', parts: [{ kind: 'tool-call', id: 't1', name: 'weather', arguments: { city: 'Lisbon' } }] },
      {
        role: 'tool',
        parts: [
          {
            kind: 'tool-result',
            id: 't1',
            name: 'weather',
            outcome: 'success',
            parts: [{ kind: 'other', type: 'document', value: { type: 'document', document: { data: '21' } } }],
          },
        ],
      },
    ],
    answers: [
      {
        parts: [
          { kind: 'reasoning', text: 'Hm.' },
          { kind: 'text', text: 'It is 21 °C.' },
        ],
        finishReason: 'COMPLETE',
      },
    ],
    usage: { input: 30, output: 4 },
  })
})

test('a stream with a plan, a tool call and no end is assembled', () => {
  const message = (type: string, value: object, index?: number) => ({ type, index, delta: { message: value } })
  const body = [
    message('message-start', { role: 'assistant' }),
    message('tool-plan-delta', { tool_plan: 'I will ' }),
    message('tool-plan-delta', { tool_plan: 'look.' }),
    message('tool-call-start', { tool_calls: { id: 't1', function: { name: 'weather', arguments: '' } } }, 0),
    message('tool-call-delta', { tool_calls: { function: { arguments: '{"city"' } } }, 0),
  ]
    .map((event) => `data: ${JSON.stringify(event)}\n\n`)
    .join('')
  expect(read({}, body, { type: 'text/event-stream' })?.answers).toEqual([
    {
      parts: [
        { kind: 'reasoning', text: 'I will look.' },
        { kind: 'tool-call', id: 't1', name: 'weather', arguments: '{"city"' },
      ],
    },
  ])
})
