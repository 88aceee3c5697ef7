import { expect, test } from 'vitest'
import type { Conversation, Part } from '../llm/conversation.ts'
import { firstWords } from './first-words.ts'

const text = (value: string): Part => ({ kind: 'text', text: value })

function conversation(answer: readonly Part[], more: Partial<Conversation> = {}): Conversation {
  return {
    protocol: 'openai-chat',
    operation: 'chat',
    tools: [],
    messages: [{ role: 'user', parts: [text('The question')] }],
    answers: [{ parts: answer }],
    ...more,
  }
}

test.each<[string, readonly Part[], string]>([
  ['a text, with its blanks joined', [text('\n It is\n\n 21 °C. ')], 'It is 21 °C.'],
  ['the first part with words', [{ kind: 'reasoning', text: 'Hm.' }, text(' '), text('Yes.')], 'Yes.'],
  ['a refusal', [{ kind: 'refusal', text: 'No.' }], 'No.'],
  ['a tool call', [{ kind: 'tool-call', name: 'weather', arguments: {} }], 'weather(…)'],
  ['a tool result', [{ kind: 'tool-result', outcome: 'success', parts: [text('a'), text('b')] }], 'a b'],
  ['the type of a medium', [{ kind: 'media', medium: 'image', type: 'image/png' }], 'image/png'],
  ['the text after a sound', [{ kind: 'media', medium: 'audio' }, text('It is 21 °C.')], 'It is 21 °C.'],
  ['the kind of a medium', [{ kind: 'media', medium: 'audio' }], 'audio'],
  ['the last message if the answer has no words', [{ kind: 'vectors', count: 1 }], 'The question'],
])('the first words are %s', (_name, answer, expected) => {
  expect(firstWords(conversation(answer))).toBe(expected)
})

test('an error comes before the last message, and after an answer', () => {
  const error = { message: 'Overloaded' }
  expect(firstWords(conversation([], { error }))).toBe('Overloaded')
  expect(firstWords(conversation([text('Yes.')], { error }))).toBe('Yes.')
})

test('there are no words without a conversation or without content', () => {
  expect([firstWords(undefined), firstWords(conversation([], { messages: [] }))]).toEqual(['', ''])
})

test('a long answer ends after 120 characters', () => {
  expect(firstWords(conversation([text('x'.repeat(500))]))).toBe(`${'x'.repeat(120)}…`)
})
