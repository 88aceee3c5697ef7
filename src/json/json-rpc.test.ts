import { expect, test } from 'vitest'
import { isCall, messagesOf, progressTokenOf } from './json-rpc.ts'

const CALL = { jsonrpc: '2.0', id: 1, method: 'tools/call' }

test.each<[string, unknown, unknown[]]>([
  ['one message', CALL, [CALL]],
  ['a batch', [CALL, { jsonrpc: '2.0', id: 1, result: {} }], [CALL, { jsonrpc: '2.0', id: 1, result: {} }]],
  ['an empty batch', [], []],
  ['a batch with something else', [CALL, { id: 2 }], []],
  ['another version', { ...CALL, jsonrpc: '1.0' }, []],
  ['a text', 'jsonrpc', []],
  ['nothing', undefined, []],
])('%s has its messages', (_what, value, messages) => {
  expect(messagesOf(value)).toEqual(messages)
})

test('a call has a method, and a progress token in its metadata only', () => {
  expect([CALL, { jsonrpc: '2.0', result: { method: 'x' } }, { method: 1 }].map(isCall)).toEqual([true, false, false])
  const tokens = [{ _meta: { progressToken: 7 } }, { progressToken: 7 }, { _meta: 'x' }, [1], undefined]
  expect(tokens.map((params) => progressTokenOf({ params }))).toEqual([7, undefined, undefined, undefined, undefined])
})
