import { expect, test } from 'vitest'
import { read } from '../../../test/llm/read.ts'

test('a request is read with its system prompt, media, tools and joined tool results', () => {
  const request = {
    model: 'claude',
    max_tokens: 9,
    system: [{ type: 'text', text: 'Be brief.', cache_control: { type: 'ephemeral' } }],
    tools: [
      { name: 'weather', input_schema: {} },
      { type: 'web_search_20250305', name: 'web_search' },
    ],
    messages: [
      {
        role: 'user',
        content: [
          { type: 'image', source: { type: 'base64', media_type: 'image/png', data: 'aGVsbG8=' } },
          { type: 'document', source: { type: 'url', url: 'https://example.com/a.pdf' } },
          { type: 'document', source: { type: 'text', media_type: 'text/plain', data: 'Olá' } },
          { type: 'text', text: 'Look.' },
        ],
      },
      {
        role: 'assistant',
        content: [
          { type: 'thinking', thinking: 'Hm.', signature: 'c2ln' },
          { type: 'redacted_thinking', data: 'c2ln' },
          { type: 'tool_use', id: 't1', name: 'weather', input: { city: 'Lisbon' } },
        ],
      },
      { role: 'user', content: [{ type: 'tool_result', tool_use_id: 't1', content: 'Down.', is_error: true }] },
    ],
  }
  const response = {
    type: 'message',
    role: 'assistant',
    model: 'claude-1',
    content: [
      { type: 'server_tool_use', id: 's1', name: 'web_search', input: { query: 'x' } },
      { type: 'web_search_tool_result', tool_use_id: 's1', content: [{ type: 'web_search_result', url: 'u' }] },
      { type: 'text', text: 'Sorry.' },
    ],
    stop_reason: 'end_turn',
    usage: { input_tokens: 3, output_tokens: 2 },
  }
  expect(read(request, response)).toEqual({
    protocol: 'anthropic-messages',
    operation: 'chat',
    model: 'claude-1',
    tools: ['weather', 'web_search'],
    messages: [
      { role: 'system', parts: [{ kind: 'text', text: 'Be brief.' }] },
      {
        role: 'user',
        parts: [
          { kind: 'media', medium: 'image', type: 'image/png', bytes: 5 },
          { kind: 'media', medium: 'file', reference: 'https://example.com/a.pdf' },
          { kind: 'media', medium: 'file', type: 'text/plain', bytes: 4 },
          { kind: 'text', text: 'Look.' },
        ],
      },
      {
        role: 'assistant',
        parts: [
          { kind: 'reasoning', text: 'Hm.' },
          { kind: 'reasoning', text: '' },
          { kind: 'tool-call', id: 't1', name: 'weather', arguments: { city: 'Lisbon' } },
        ],
      },
      {
        role: 'tool',
        parts: [
          {
            kind: 'tool-result',
            id: 't1',
            name: 'weather',
            outcome: 'error',
            parts: [{ kind: 'text', text: 'Down.' }],
          },
        ],
      },
    ],
    answers: [
      {
        parts: [
          { kind: 'tool-call', id: 's1', name: 'web_search', arguments: { query: 'x' } },
          {
            kind: 'tool-result',
            id: 's1',
            name: 'web_search',
            outcome: 'success',
            parts: [{ kind: 'other', type: 'web_search_result', value: { type: 'web_search_result', url: 'u' } }],
          },
          { kind: 'text', text: 'Sorry.' },
        ],
        finishReason: 'end_turn',
      },
    ],
    usage: { input: 3, output: 2 },
  })
})

test('a stream that ends with an error keeps its text, and has no finish reason', () => {
  const events = [
    { type: 'message_start', message: { model: 'claude-1', usage: { input_tokens: 3, output_tokens: 1 } } },
    { type: 'content_block_start', index: 0, content_block: { type: 'text', text: '' } },
    { type: 'content_block_delta', index: 0, delta: { type: 'text_delta', text: 'Hel' } },
    { type: 'error', error: { type: 'overloaded_error', message: 'Overloaded' } },
  ]
  const body = events.map((event) => `event: ${event.type}\ndata: ${JSON.stringify(event)}\n\n`).join('')
  expect(read({}, body, { type: 'text/event-stream' })).toMatchObject({
    answers: [{ parts: [{ kind: 'text', text: 'Hel' }] }],
    usage: { input: 3, output: 1 },
    error: { type: 'overloaded_error', message: 'Overloaded' },
  })
})
