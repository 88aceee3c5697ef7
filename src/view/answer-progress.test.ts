import { expect, test } from 'vitest'
import { createAnswerProgress } from './answer-progress.ts'
import type { ViewConversation, ViewPart } from './view-data.ts'

function follow(parts: readonly ViewPart[], ...events: unknown[]): unknown[] {
  const answers = [{ role: 'assistant', parts }] as const
  const conversation: ViewConversation = {
    protocol: 'p',
    operation: 'chat',
    tools: [],
    messages: [],
    repeated: 0,
    answers,
  }
  return events.map(createAnswerProgress(conversation))
}

const text = (value: string): ViewPart => ({ kind: 'text', text: value })

test.each([
  ['OpenAI', { choices: [{ delta: { content: 'Hi' } }] }],
  ['Responses', { type: 'response.output_text.delta', delta: 'Hi' }],
  ['Anthropic', { type: 'content_block_delta', delta: { type: 'text_delta', text: 'Hi' } }],
  ['Gemini', { candidates: [{ content: { parts: [{ text: 'Hi' }], role: 'model' } }] }],
  ['Ollama', { message: { role: 'assistant', content: 'Hi' } }],
  ['Ollama generate', { response: 'Hi' }],
  ['Cohere', { delta: { message: { content: { text: 'Hi' } } } }],
])('finds a piece of %s', (_, event) => {
  expect(follow([text('Hi there')], event)).toEqual([[[0, 2]]])
})

test('follows several parts, and ignores texts that continue none of them', () => {
  const parts: ViewPart[] = [{ kind: 'reasoning', text: 'Hm. So.' }, { kind: 'media', label: 'x' }, text('A, B')]
  const piece = (content: string) => ({ delta: content })
  expect(
    follow(parts, piece('Hm. '), piece('A'), piece('nothing'), piece('So.'), piece(', B'), { done: 'A, B' }),
  ).toEqual([[[0, 4]], [[1, 1]], [], [[0, 7]], [[1, 4]], []])
})

test('follows the arguments of a tool, with other white space', () => {
  const call: ViewPart = { kind: 'tool-call', name: 'weather', text: '{"city":"Lisbon"}' }
  expect(follow([call], { partial_json: '{"city": ' }, { partial_json: '"Lisbon" }' })).toEqual([[[0, 8]], [[0, 17]]])
})

test('there is no progress without an answer', () => {
  expect([{ delta: 'a' }, null, 'a'].map(createAnswerProgress(undefined))).toEqual([[], [], []])
})
