import { expect, test } from 'vitest'
import { ignoreMessageIds } from './ignore-message-ids.ts'

const message = (more: object) => ({ jsonrpc: '2.0', ...more })

test.each<[string, object, object]>([
  ['the id of a request', { id: 7, method: 'tools/list' }, { id: '(id)', method: 'tools/list' }],
  ['an id that is 0', { id: 0, method: 'ping' }, { id: '(id)', method: 'ping' }],
  [
    'the id that a cancellation names',
    { method: 'notifications/cancelled', params: { requestId: 3, reason: 'x' } },
    { method: 'notifications/cancelled', params: { requestId: '(id)', reason: 'x' } },
  ],
  [
    'a progress token',
    { id: 1, method: 'tools/call', params: { name: 'f', _meta: { progressToken: 0, a: 1 } } },
    { id: '(id)', method: 'tools/call', params: { name: 'f', _meta: { progressToken: '(token)', a: 1 } } },
  ],
])('%s is ignored', (_, given, expected) => {
  expect(ignoreMessageIds(message(given))).toEqual(message(expected))
})

test.each<[string, unknown]>([
  ['the id of a response', message({ id: 7, result: { id: 7 } })],
  ['a notification', message({ method: 'notifications/initialized' })],
  ['parameters without a token', message({ method: 'x', params: { _meta: { a: 1 } } })],
  ['a list of parameters', message({ method: 'x', params: [1] })],
  ['JSON that is not JSON-RPC', { id: 7, method: 'x' }],
  ['another version', { jsonrpc: '1.0', id: 7, method: 'x' }],
  ['a list with something else', [message({ id: 7, method: 'x' }), { id: 7 }]],
  ['text', 'text'],
  ['nothing', null],
])('%s stays as it is', (_, body) => {
  expect(ignoreMessageIds(body)).toEqual(body)
})

test('every message of a batch is treated alone, and the body is not changed', () => {
  const batch = [message({ id: 1, method: 'a' }), message({ id: 2, result: {} }), message({ method: 'b' })]
  const copy = structuredClone(batch)
  expect(ignoreMessageIds(batch)).toEqual([message({ id: '(id)', method: 'a' }), batch[1], batch[2]])
  expect(batch).toEqual(copy)
})
