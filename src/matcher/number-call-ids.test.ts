import { expect, test } from 'vitest'
import { numberCallIds } from './number-call-ids.ts'

test.each<[string, unknown, unknown]>([
  [
    'chat completions',
    { tool_calls: [{ id: 'x1', type: 'function' }] },
    { tool_calls: [{ id: 'call 1', type: 'function' }] },
  ],
  ['a result', { role: 'tool', tool_call_id: 'x1' }, { role: 'tool', tool_call_id: 'call 1' }],
  ['Anthropic', { type: 'tool_use', id: 'x1' }, { type: 'tool_use', id: 'call 1' }],
  ['a tool of the server', { type: 'server_tool_use', id: 'x1' }, { type: 'server_tool_use', id: 'call 1' }],
  ['Gemini', { functionResponse: { id: 'x1' } }, { functionResponse: { id: 'call 1' } }],
  ['the AI SDK', { type: 'tool-call', toolCallId: 'x1' }, { type: 'tool-call', toolCallId: 'call 1' }],
  [
    'responses',
    { type: 'function_call', id: 'f', call_id: 'c' },
    { type: 'function_call', id: 'call 2', call_id: 'call 1' },
  ],
])('the ids of calls are numbered: %s', (_title, body, numbered) => {
  expect(numberCallIds(body)).toEqual(numbered)
})

test.each<[string, unknown]>([
  ['another id', { id: 'x1', message: { id: 'x2' } }],
  ['an id that is empty', { tool_call_id: '', functionCall: { id: '' } }],
  ['an id that is no text', { tool_call_id: 7, functionCall: { id: null }, tool_use: { id: { a: 1 } } }],
  ['a type that only contains the word', { type: 'my tool_use of it', id: 'x1' }],
  ['a type that is no text', { type: 5, id: 'x1' }],
  ['text', 'tool_call_id'],
])('everything else stays: %s', (_title, body) => {
  expect(numberCallIds(body)).toEqual(body)
})

test('a result keeps the number of its call, and the order of members does not matter', () => {
  const call = (id: string): object => ({ functionCall: { id, name: 'f' } })
  const result = (id: string): object => ({ functionResponse: { id, name: 'f' } })
  expect(numberCallIds([call('b'), call('a'), result('a'), result('b')])).toEqual([
    call('call 1'),
    call('call 2'),
    result('call 2'),
    result('call 1'),
  ])
  expect(numberCallIds({ tool_use_id: 'x', call_id: 'y' })).toEqual(numberCallIds({ call_id: 'y', tool_use_id: 'x' }))
})

test('the body itself is not changed', () => {
  const body = { call_id: 'x' }
  numberCallIds(body)
  expect(body).toEqual({ call_id: 'x' })
})
