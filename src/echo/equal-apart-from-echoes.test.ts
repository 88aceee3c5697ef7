import { expect, test } from 'vitest'
import { equalApartFromEchoes } from './equal-apart-from-echoes.ts'

/** Compares with an answer that said every text in capitals. */
const isEqual = (recorded: unknown[], received: unknown[]): boolean =>
  equalApartFromEchoes(recorded, received, (was, is) => was.toUpperCase() === was && is.toUpperCase() === is)

test('texts of the model can differ, wherever they are in its message', () => {
  const message = (text: string): object => ({
    role: 'assistant',
    content: [{ type: 'text', text }],
    note: { a: [text] },
  })
  expect(isEqual([message('A')], [message('B')])).toBe(true)
  expect(isEqual([message('A')], [message('b')])).toBe(false)
})

test('an item of Responses without a role is the model’s if its type is a call or a reasoning', () => {
  const item = (type: string, text: string): object => ({ type, arguments: text })
  expect(isEqual([item('function_call', 'A')], [item('function_call', 'B')])).toBe(true)
  expect(isEqual([item('reasoning', 'A')], [item('reasoning', 'B')])).toBe(true)
  expect(isEqual([item('function_call_output', 'A')], [item('function_call_output', 'B')])).toBe(false)
})

test('outside of the model’s messages, only the ids of calls can differ', () => {
  for (const name of ['tool_call_id', 'toolCallId', 'tool_use_id', 'toolUseId', 'call_id'])
    expect(isEqual([{ role: 'tool', [name]: 'A' }], [{ role: 'tool', [name]: 'B' }])).toBe(true)
  expect(isEqual([{ role: 'tool', id: 'A' }], [{ role: 'tool', id: 'B' }])).toBe(false)
  expect(isEqual([{ role: 'user', content: 'A' }], [{ role: 'user', content: 'B' }])).toBe(false)
})

test('roles, types, the names of tools, and the shape have to be equal', () => {
  const message = { role: 'assistant', name: 'A', type: 'A', content: ['A'], count: 1 }
  expect(isEqual([message], [{ ...message }])).toBe(true)
  for (const other of [
    { name: 'B' },
    { type: 'B' },
    { content: ['A', 'A'] },
    { content: 'A' },
    { count: 2 },
    { more: 'A' },
  ])
    expect(isEqual([message], [{ ...message, ...other }])).toBe(false)
  expect(isEqual([message], [])).toBe(false)
  expect(isEqual(['A'], ['B'])).toBe(false)
  expect(isEqual([{ role: 'assistant', toString: 'A' }], [{ role: 'assistant', other: 'A' }])).toBe(false)
})
