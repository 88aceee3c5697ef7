import { expect, test } from 'vitest'
import { buildRequest, matchRequests } from '../../test/match-requests.ts'
import { restoreMessageIds } from './restore-message-ids.ts'

const bytes = (text: string) => new TextEncoder().encode(text)
const restore = (body: string, recorded: object, received: object): string =>
  new TextDecoder().decode(
    restoreMessageIds(bytes(body), bytes(JSON.stringify(recorded)), bytes(JSON.stringify(received))),
  )

const call = (id: unknown, progressToken?: unknown, method = 'tools/call') => ({
  jsonrpc: '2.0',
  id,
  method,
  params: { name: 'x', ...(progressToken === undefined ? {} : { _meta: { progressToken, other: 1 } }) },
})

test('ids and progress tokens of JSON-RPC requests are not compared', () => {
  const equal = (a: object, b: object) =>
    matchRequests(buildRequest(JSON.stringify(a)), buildRequest(JSON.stringify(b)))
  expect(equal(call(1), call('b'))).toBe(true)
  expect(equal(call(1, 1), call(7, 'token'))).toBe(true)
  expect(equal([call(1), call(2)], [call(3), call(4)])).toBe(true)
  expect(equal(call(1), call(1, 1))).toBe(false)
  expect(equal(call(1), call(1, undefined, 'tools/list'))).toBe(false)
  expect(equal(call(1), { ...call(1), id: undefined })).toBe(false)
  expect(equal({ ...call(1), jsonrpc: undefined }, { ...call(2), jsonrpc: undefined })).toBe(false)
  const cancelled = (requestId: number) => ({
    jsonrpc: '2.0',
    method: 'notifications/cancelled',
    params: { requestId },
  })
  expect(equal(cancelled(1), cancelled(2))).toBe(true)
  const response = (id: number) => ({ jsonrpc: '2.0', id, result: {} })
  expect(equal(response(1), response(2))).toBe(false)
})

test('a response gets the id of the received request, in JSON, in a batch and in an event stream', () => {
  expect(restore('{"jsonrpc": "2.0", "id": 1, "result": {"a": 1}}', call(1), call('b'))).toBe(
    '{"jsonrpc": "2.0", "id": "b", "result": {"a": 1}}',
  )
  const batch = '[{"jsonrpc":"2.0","id":2,"result":{}},{"jsonrpc":"2.0","id":1,"error":{}}]'
  expect(restore(batch, [call(1), call(2)], [call(2), call(1)])).toBe(
    '[{"jsonrpc":"2.0","id":1,"result":{}},{"jsonrpc":"2.0","id":2,"error":{}}]',
  )
  const progress = (token: unknown) =>
    `data: {"jsonrpc":"2.0","method":"notifications/progress","params":{"progressToken":${JSON.stringify(token)},"progress":1}}`
  const stream = (id: number, token: unknown) =>
    `event: message\r\nid: 1\r\n${progress(token)}\r\n\r\ndata:{"jsonrpc":"2.0","id":1,"method":"ping"}\r\n\r\ndata: {"jsonrpc":"2.0","id":${id},"result":{"text":"a\u2028data: {}"}}\r\n\r\n`
  expect(restore(stream(1, 1), call(1, 1), call(9, 'x'))).toBe(stream(9, 'x'))
})

test('everything but the id keeps its spelling', () => {
  const body = (id: string): string =>
    `{ "result" : {"n": 1.0, "big": 1e400, "id": 1, "t": "\\u0041\\/"},\r\n "id" : ${id} , "jsonrpc": "2.0", "__proto__": {"id": 1}}\n`
  expect(restore(body('1'), call(1), call('b'))).toBe(body('"b"'))
  expect(restore(body('"a"'), call('a'), call(12345))).toBe(body('12345'))
  expect(restore(`data: ${body('1').replace('\r\n', '')}\n`, call(1), call(2))).toBe(
    `data: ${body('2').replace('\r\n', '')}\n`,
  )
})

test('a response without an id gets none', () => {
  const body = '{"jsonrpc":"2.0","result":{}}'
  expect(restore(body, call(null), call(2))).toBe(body)
})

test('a response keeps its bytes if no id differs, or if it is not JSON-RPC', () => {
  const body = '{ "jsonrpc": "2.0",  "id": 1, "result": 12345678901234567890 }'
  expect(restore(body, call(1), { ...call(1), extra: 1 })).toBe(body)
  expect(restore(body, call(5), call(6))).toBe(body)
  expect(restore('id: 1\n\ndata: [DONE]\n\n', call(1), call(2))).toBe('id: 1\n\ndata: [DONE]\n\n')
  expect(restore(body, { id: 1 }, { id: 2 })).toBe(body)
})
