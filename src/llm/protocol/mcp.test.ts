import { expect, test } from 'vitest'
import { read } from '../../../test/llm/read.ts'

const call = (method: string, params: unknown = {}, id: unknown = 7) => ({ jsonrpc: '2.0', id, method, params })
const result = (value: unknown) => ({ jsonrpc: '2.0', id: 7, result: value })

test('each kind of content of a tool result is read', () => {
  const content = [
    { type: 'text', text: 'Found.' },
    { type: 'image', data: 'aGVsbG8=', mimeType: 'image/png' },
    { type: 'audio', data: 'aGVsbG8h', mimeType: 'audio/wav' },
    { type: 'resource', resource: { uri: 'file:///a.txt', text: 'A text.' } },
    { type: 'resource', resource: { uri: 'file:///a.bin', blob: 'aGVs', mimeType: 'application/zip' } },
    { type: 'resource_link', uri: 'file:///b' },
  ]
  expect(read(call('tools/call', { name: 'search' }), result({ content, isError: true }))?.answers).toEqual([
    {
      parts: [
        {
          kind: 'tool-result',
          id: '7',
          name: 'search',
          outcome: 'error',
          parts: [
            { kind: 'text', text: 'Found.' },
            { kind: 'media', medium: 'image', type: 'image/png', bytes: 5 },
            { kind: 'media', medium: 'audio', type: 'audio/wav', bytes: 6 },
            { kind: 'text', text: 'A text.' },
            { kind: 'media', medium: 'file', type: 'application/zip', bytes: 3, reference: 'file:///a.bin' },
            { kind: 'other', type: 'resource_link', value: { type: 'resource_link', uri: 'file:///b' } },
          ],
        },
      ],
    },
  ])
})

test('a request other than a tool call comes from the program, and its result keeps its JSON', () => {
  expect(read(call('tools/list'), result({ tools: [] }))).toMatchObject({
    protocol: 'mcp',
    messages: [{ role: 'user', parts: [{ kind: 'other', type: 'tools/list', value: {} }] }],
    answers: [{ parts: [{ kind: 'other', type: 'tools/list', value: { tools: [] } }] }],
  })
})

test('a JSON-RPC error is an error without an answer', () => {
  const answer = { jsonrpc: '2.0', id: 7, error: { code: -32602, message: 'Unknown tool' } }
  const conversation = read(call('tools/call', { name: 'x' }), answer)
  expect({ answers: conversation?.answers, error: conversation?.error }).toEqual({
    answers: [],
    error: { type: '-32602', message: 'Unknown tool' },
  })
})

test('a stream in which the server only sends requests is read without an answer to the call', () => {
  const event = `data: ${JSON.stringify(call('sampling/createMessage', { messages: [] }, 's'))}\n\n`
  const conversation = read(call('tools/call', { name: 'x' }), event, { type: 'text/event-stream' })
  expect(conversation?.answers).toEqual([
    { parts: [{ kind: 'other', type: 'sampling/createMessage', value: { messages: [] } }] },
  ])
})

test.each([
  ['another protocol with JSON-RPC', { jsonrpc: '2.0', id: 1, method: 'eth_call', params: [] }],
  ['a method that only begins like one of MCP', { jsonrpc: '2.0', id: 1, method: 'tools/call of mine', params: {} }],
  ['a call without a version', { id: 1, method: 'tools/call', params: {} }],
])('%s is not read as MCP', (_name, request) => {
  expect(read(request, result({}))?.protocol).toBeUndefined()
})
