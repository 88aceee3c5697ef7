import { expect, test } from 'vitest'
import { read } from '../../../test/llm/read.ts'

const url = 'https://api.cloudflare.com/client/v4/accounts/a/ai/run/@cf/meta/llama-3.1-8b-instruct'

test('a stream with a tool call is assembled, and the address names the model', () => {
  const events = [
    { response: 'Let me ', p: 'x' },
    { response: 'look.' },
    { response: '', tool_calls: [{ name: 'weather', arguments: { city: 'Lisbon' } }] },
    { response: '', usage: { prompt_tokens: 3, completion_tokens: 4 } },
  ]
  const stream = `${events.map((event) => `data: ${JSON.stringify(event)}\n\n`).join('')}data: [DONE]\n\n`
  const request = {
    messages: [{ role: 'user', content: 'How warm?' }],
    tools: [{ type: 'function', function: { name: 'weather' } }],
  }
  expect(read(request, stream, { url, type: 'text/event-stream' })).toMatchObject({
    protocol: 'cloudflare',
    model: '@cf/meta/llama-3.1-8b-instruct',
    tools: ['weather'],
    messages: [{ role: 'user', parts: [{ kind: 'text', text: 'How warm?' }] }],
    answers: [
      {
        parts: [
          { kind: 'text', text: 'Let me look.' },
          { kind: 'tool-call', name: 'weather', arguments: { city: 'Lisbon' } },
        ],
      },
    ],
    usage: { input: 3, output: 4 },
  })
})

test('an answer with a schema is JSON, and a prompt is a message of the user', () => {
  const answer = { success: true, errors: [], result: { response: { degrees: 21 } } }
  expect(read({ prompt: 'How warm?' }, answer, { url })).toMatchObject({
    messages: [{ role: 'user', parts: [{ kind: 'text', text: 'How warm?' }] }],
    answers: [{ parts: [{ kind: 'other', type: 'json', value: { degrees: 21 } }] }],
  })
})
