import { expect, test } from 'vitest'
import type { Message, ToolCall, ToolResult } from '../../llm/conversation.ts'
import { pairTools } from './pair-tools.ts'

const call = (name: string, id?: string): ToolCall => ({
  kind: 'tool-call',
  name,
  arguments: {},
  ...(id ? { id } : {}),
})
const result = (text: string, id?: string): ToolResult => ({
  kind: 'tool-result',
  outcome: 'success',
  parts: [{ kind: 'text', text }],
  ...(id ? { id } : {}),
})
const message = (...parts: Message['parts']): Message => ({ role: 'assistant', parts })

test('a call is paired with the result of its id, in any order', () => {
  const [a, b] = [call('a', '1'), call('b', '2')]
  const [second, first] = [result('b', '2'), result('a', '1')]
  expect([...pairTools([message(a, b), message(second, first)])]).toEqual([
    [b, second],
    [a, first],
  ])
})

test('an id that is used again belongs to the calls in their order', () => {
  const [one, two] = [call('a', 'call_0'), call('a', 'call_0')]
  const [first, second] = [result('1', 'call_0'), result('2', 'call_0')]
  const pairs = pairTools([message(one), message(first), message(two), message(second)])
  expect([pairs.get(one), pairs.get(two)]).toEqual([first, second])
})

test('calls without a result, results without a call and parts without an id are not paired', () => {
  expect(pairTools([message(result('x', '1'), call('a', '1'), call('b'), result('y'))]).size).toBe(0)
})
