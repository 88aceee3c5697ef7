import { expect, test } from 'vitest'
import { read } from '../../../test/llm/read.ts'

const RESPONSE = { object: 'response', model: 'gpt-5-1', output: [], status: 'completed' }

test('the items of a request are read as messages, and results are joined with their calls', () => {
  const input = [
    { role: 'developer', content: 'Be brief.' },
    {
      role: 'user',
      content: [
        { type: 'input_text', text: 'Look.' },
        { type: 'input_image', image_url: 'data:image/jpeg;base64,aGVsbG8=' },
        { type: 'input_file', file_id: 'file-1' },
      ],
    },
    { type: 'reasoning', summary: [], encrypted_content: 'c2VjcmV0' },
    { type: 'function_call', call_id: 'c1', name: 'weather', arguments: '{"city":"Lisbon"}' },
    { type: 'function_call_output', call_id: 'c1', output: '21 °C' },
    { type: 'item_reference', id: 'x' },
  ]
  const tools = [{ type: 'function', name: 'weather' }, { type: 'web_search' }, { type: 'mcp', server_label: 'docs' }]
  expect(read({ model: 'gpt-5', input, tools }, RESPONSE)).toEqual({
    protocol: 'openai-responses',
    operation: 'chat',
    model: 'gpt-5-1',
    tools: ['weather', 'web_search', 'docs'],
    messages: [
      { role: 'system', parts: [{ kind: 'text', text: 'Be brief.' }] },
      {
        role: 'user',
        parts: [
          { kind: 'text', text: 'Look.' },
          { kind: 'media', medium: 'image', type: 'image/jpeg', bytes: 5 },
          { kind: 'media', medium: 'file', reference: 'file-1' },
        ],
      },
      { role: 'assistant', parts: [{ kind: 'reasoning', text: '' }] },
      {
        role: 'assistant',
        parts: [{ kind: 'tool-call', id: 'c1', name: 'weather', arguments: { city: 'Lisbon' } }],
      },
      {
        role: 'tool',
        parts: [
          {
            kind: 'tool-result',
            id: 'c1',
            name: 'weather',
            outcome: 'success',
            parts: [{ kind: 'text', text: '21 °C' }],
          },
        ],
      },
      {
        role: 'assistant',
        parts: [{ kind: 'other', type: 'item_reference', value: { type: 'item_reference', id: 'x' } }],
      },
    ],
    answers: [{ parts: [], finishReason: 'completed' }],
  })
})

test('the tools that OpenAI runs itself, images and refusals are read from an answer', () => {
  const output = [
    { type: 'web_search_call', id: 'w1', status: 'completed', action: { type: 'search', query: 'x' } },
    { type: 'mcp_call', id: 'm1', name: 'read', arguments: '{"a":1}', output: null, error: 'Not found' },
    { type: 'image_generation_call', id: 'i1', status: 'completed', result: 'aGVsbG8=', output_format: 'webp' },
    { type: 'message', role: 'assistant', content: [{ type: 'refusal', refusal: 'No.' }] },
  ]
  expect(
    read({ input: 'x' }, { ...RESPONSE, output, incomplete_details: { reason: 'max_output_tokens' } })?.answers,
  ).toEqual([
    {
      parts: [
        { kind: 'tool-call', id: 'w1', name: 'web_search', arguments: { type: 'search', query: 'x' } },
        { kind: 'tool-call', id: 'm1', name: 'read', arguments: { a: 1 } },
        { kind: 'tool-result', id: 'm1', name: 'read', outcome: 'error', parts: [{ kind: 'text', text: 'Not found' }] },
        { kind: 'media', medium: 'image', type: 'image/webp', bytes: 5 },
        { kind: 'refusal', text: 'No.' },
      ],
      finishReason: 'max_output_tokens',
    },
  ])
})

test('a response that failed within its stream has an error and no answer', () => {
  const response = { ...RESPONSE, status: 'failed', error: { code: 'server_error', message: 'Sorry' } }
  const body = `data: ${JSON.stringify({ type: 'response.failed', response })}\n\n`
  expect(read({ input: 'x' }, body, { type: 'text/event-stream' })).toMatchObject({
    answers: [],
    error: { type: 'server_error', message: 'Sorry' },
  })
})
