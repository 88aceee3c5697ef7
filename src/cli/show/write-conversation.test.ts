import { expect, test } from 'vitest'
import type { Conversation, Message, ToolCall, ToolResult } from '../../llm/conversation.ts'
import { textOf } from '../styled.ts'
import type { Layout } from '../text/layout.ts'
import { createMessageFolder } from './fold-messages.ts'
import { writeConversation } from './write-conversation.ts'

const SCREEN: Layout = { form: 'screen', columns: 80 }
const text = (value: string) => ({ kind: 'text', text: value }) as const

const build = (more: Partial<Conversation>): Conversation => ({
  protocol: 'openai-chat',
  operation: 'chat',
  tools: [],
  messages: [],
  answers: [],
  ...more,
})

function write(conversation: Conversation, layout = SCREEN, before: readonly Message[] = []): string[] {
  const fold = createMessageFolder()
  fold(before, 0)
  return writeConversation(conversation, fold(conversation.messages, 1), layout).map(textOf)
}

test('a conversation is written from its tools to its tokens', () => {
  const conversation = build({
    tools: ['weather', 'clock'],
    messages: [
      { role: 'system', parts: [text('Be brief.')] },
      { role: 'user', parts: [text('Hot?'), text('Really?')] },
    ],
    answers: [{ parts: [{ kind: 'reasoning', text: 'Hm.' }, text('Yes.')], finishReason: 'stop' }],
    usage: { input: 12, cachedInput: 8, output: 9, reasoning: 0, cost: 0.25 },
  })
  expect(write(conversation)).toEqual([
    '  tools      weather, clock',
    '  system     Be brief.',
    '  user       Hot?',
    '             Really?',
    '  reasoning  Hm.',
    '  answer     Yes.',
    '  finish     stop',
    '  tokens     12 in (8 cached), 9 out, $0.25',
  ])
})

test('several answers are numbered, and an error ends the conversation', () => {
  const answers = [{ parts: [text('A')] }, { parts: [text('B')], finishReason: 'length' }]
  expect(write(build({ answers, error: { type: 'overloaded', message: 'Later.' } }))).toEqual([
    '  answer 1   A',
    '  answer 2   B',
    '  finish     length',
    '  error      overloaded: Later.',
  ])
})

test('an unknown number of tokens is not shown', () => {
  expect(write(build({ usage: {} }))).toEqual([])
  expect(write(build({ usage: { output: 3, reasoning: 2 } }))).toEqual(['  tokens     3 out (2 reasoning)'])
})

test('the result of a tool is shown below its call, and not again', () => {
  const call: ToolCall = { kind: 'tool-call', id: 'c1', name: 'weather', arguments: { city: 'Lisbon' } }
  const result: ToolResult = { kind: 'tool-result', id: 'c1', outcome: 'success', parts: [text('21')] }
  const lost: ToolResult = { kind: 'tool-result', id: 'c9', outcome: 'error', parts: [text('gone')] }
  const messages: Message[] = [
    { role: 'assistant', parts: [call] },
    { role: 'tool', parts: [result] },
    { role: 'tool', parts: [lost] },
  ]
  expect(write(build({ messages }))).toEqual([
    '  assistant  → weather {"city":"Lisbon"}',
    '             ← 21',
    '  tool       ← error: gone',
  ])
})

test('the messages of an earlier interaction are counted, with its number on a screen only', () => {
  const before: Message[] = [
    { role: 'user', parts: [text('One')] },
    { role: 'assistant', parts: [text('Two')] },
  ]
  const conversation = build({ messages: [...before, { role: 'user', parts: [text('Three')] }] })
  expect(write(conversation, SCREEN, before)).toEqual(['  …          2 messages as in #0', '  user       Three'])
  expect(write(conversation, { form: 'plain', columns: Number.POSITIVE_INFINITY }, before)).toEqual([
    '  …          2 messages as above',
    '  user       Three',
  ])
})

test('in plain form each sentence has a line', () => {
  const messages: Message[] = [{ role: 'user', parts: [text('One. Two? 三。四')] }]
  expect(write(build({ messages }), { form: 'plain', columns: 20 })).toEqual([
    '  user       One.',
    '             Two?',
    '             三。',
    '             四',
  ])
})
