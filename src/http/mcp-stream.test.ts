import { expect, test } from 'vitest'
import { isMcpStream } from './mcp-stream.ts'

const stream = { accept: 'application/json, text/event-stream', 'mcp-protocol-version': '2025-06-18' }
const opens = (method: string, headers: Record<string, string>): boolean =>
  isMcpStream({ method, url: 'https://mcp.test/mcp', headers: new Headers(headers) })

test('a GET for events with a header of the protocol opens the stream of an MCP server', () => {
  expect(opens('GET', stream)).toBe(true)
  expect(opens('GET', { accept: 'text/event-stream', 'mcp-session-id': '1' })).toBe(true)
})

test('a POST, a GET for JSON and the events of another protocol do not', () => {
  expect(opens('POST', stream)).toBe(false)
  expect(opens('GET', { ...stream, accept: 'application/json' })).toBe(false)
  expect(opens('GET', { 'mcp-session-id': '1' })).toBe(false)
  expect(opens('GET', { accept: 'text/event-stream' })).toBe(false)
})
