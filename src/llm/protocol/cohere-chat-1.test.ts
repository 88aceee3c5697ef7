import { expect, test } from 'vitest'
import { read } from '../../../test/llm/read.ts'
import type { Part } from '../conversation.ts'

const text = (value: string): Part => ({ kind: 'text', text: value })

test('a request with tools, their results and a history is read', () => {
  const toolCall = { name: 'weather', parameters: { city: 'Lisbon' } }
  const toolResult = { call: toolCall, outputs: [{ degrees: 21 }] }
  const request = {
    message: 'And now?',
    model: 'command-r',
    tools: [{ name: 'weather', description: 'w' }],
    chat_history: [
      { role: 'System', message: 'Be brief.' },
      { role: 'User', message: 'How warm?' },
      { role: 'Chatbot', message: 'I look.', tool_calls: [toolCall] },
      { role: 'Tool', tool_results: [toolResult] },
    ],
    tool_results: [toolResult],
  }
  const answer = { text: 'Warm.', generation_id: 'g', finish_reason: 'COMPLETE', tool_calls: [toolCall] }
  const call: Part = { kind: 'tool-call', name: 'weather', arguments: { city: 'Lisbon' } }
  const outcome: Part = {
    kind: 'tool-result',
    name: 'weather',
    outcome: 'success',
    parts: [{ kind: 'other', type: 'json', value: { degrees: 21 } }],
  }
  expect(read(request, answer)).toMatchObject({
    protocol: 'cohere-chat-1',
    model: 'command-r',
    tools: ['weather'],
    messages: [
      { role: 'system', parts: [text('Be brief.')] },
      { role: 'user', parts: [text('How warm?')] },
      { role: 'assistant', parts: [text('I look.'), call] },
      { role: 'tool', parts: [outcome] },
      { role: 'user', parts: [text('And now?')] },
      { role: 'tool', parts: [outcome] },
    ],
    answers: [{ parts: [text('Warm.'), call], finishReason: 'COMPLETE' }],
  })
})

test('a stream that was cut has the text and the tool calls that arrived, and no finish reason', () => {
  const events = [
    { event_type: 'text-generation', text: 'War' },
    { event_type: 'text-generation', text: 'm.' },
    { event_type: 'tool-calls-generation', tool_calls: [{ name: 'weather', parameters: {} }] },
  ]
  const lines = events.map((event) => `${JSON.stringify(event)}\n`).join('')
  expect(read({ message: 'How warm?' }, lines, { type: 'application/stream+json' })?.answers).toEqual([
    { parts: [text('Warm.'), { kind: 'tool-call', name: 'weather', arguments: {} }] },
  ])
})

test('with Bedrock, the address names the model', () => {
  const url = 'https://bedrock-runtime.eu-west-1.amazonaws.com/model/cohere.command-r-v1%3A0/invoke'
  const answer = { text: 'Hi.', generation_id: 'g', finish_reason: 'COMPLETE' }
  expect(read({ message: 'Hi' }, answer, { url })).toMatchObject({
    protocol: 'cohere-chat-1',
    model: 'cohere.command-r-v1:0',
  })
})
