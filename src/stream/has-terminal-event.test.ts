import { expect, test } from 'vitest'
import { hasTerminalEvent } from './has-terminal-event.ts'

const SSE = 'text/event-stream; charset=utf-8'
const NDJSON = 'application/x-ndjson'
const AWS = 'application/vnd.amazon.eventstream'

const encode = (text: string): Uint8Array<ArrayBuffer> => new TextEncoder().encode(text)

/** A message of AWS with text headers. Its checksums are 0. */
function message(headers: Record<string, string>, payload: string): Uint8Array<ArrayBuffer> {
  const head = Object.entries(headers).flatMap(([name, value]) => [
    name.length,
    ...encode(name),
    7,
    0,
    value.length,
    ...encode(value),
  ])
  const bytes = new Uint8Array(12 + head.length + payload.length + 4)
  new DataView(bytes.buffer).setUint32(0, bytes.length)
  new DataView(bytes.buffer).setUint32(4, head.length)
  bytes.set(head, 12)
  bytes.set(encode(payload), 12 + head.length)
  return bytes
}

const converse = (type: string, payload: string): Uint8Array<ArrayBuffer> =>
  message({ ':event-type': type, ':content-type': 'application/json', ':message-type': 'event' }, payload)
const invoked = (event: unknown): Uint8Array<ArrayBuffer> =>
  converse('chunk', JSON.stringify({ bytes: btoa(JSON.stringify(event)), p: 'abc' }))

/** For each provider: an event that is not the last one, and the last one. */
const streams: Record<string, [string, string | Uint8Array, string | Uint8Array]> = {
  'OpenAI chat': [SSE, 'data: {"choices":[{"finish_reason":null}]}\n\n', 'data: [DONE]\n\n'],
  'OpenAI responses': [
    SSE,
    'event: response.output_text.done\ndata: {"type":"response.output_text.done"}\n\n',
    'event: response.completed\r\ndata: {"type":"response.completed"}\r\n\r\n',
  ],
  'a failed response of OpenAI': [SSE, 'data: {"type":"response.created"}\n\n', 'data: {"type":"response.failed"}\n\n'],
  'an incomplete response of OpenAI': [SSE, ': ping\n\n', 'data: {"type":"response.incomplete"}\n\n'],
  Anthropic: [SSE, 'data: {"type":"message_delta"}\n\n', 'event: message_stop\ndata: {"type":"message_stop"}\n\n'],
  'an error of Anthropic': [SSE, 'data: {"type":"ping"}\n\n', 'event: error\ndata: {"type":"error","error":{}}\n\n'],
  Gemini: [
    SSE,
    'data: {"candidates":[{"content":{"parts":[{"text":"finishReason"}]}}]}\n\n',
    'data: {"candidates":[{"content":{},"finishReason":"STOP"}]}\n\n',
  ],
  'Gemini as a list': ['application/json', '[{"candidates":[]}\n,', '[{"candidates":[]}]'],
  Ollama: [NDJSON, '{"response":"a","done":false}\n', '{"response":"","done":true,"done_reason":"stop"}\n'],
  Cohere: [SSE, 'data: {"type":"content-end"}\n\n', 'event: message-end\ndata: {"type":"message-end"}\n\n'],
  'Hugging Face': [SSE, 'data: {"generated_text":null}\n\n', 'data: {"generated_text":"Hi"}\n\n'],
  'Bedrock Converse': [AWS, converse('contentBlockStop', '{}'), converse('messageStop', '{"stopReason":"end_turn"}')],
  'Anthropic on Bedrock': [AWS, invoked({ type: 'message_delta' }), invoked({ type: 'message_stop' })],
  'Titan on Bedrock': [AWS, invoked({ outputText: 'a' }), invoked({ 'amazon-bedrock-invocationMetrics': {} })],
  'an exception of Bedrock': [
    AWS,
    converse('messageStart', '{}'),
    message({ ':exception-type': 'throttlingException', ':message-type': 'exception' }, '{}'),
  ],
  MCP: [
    SSE,
    'data: {"jsonrpc":"2.0","method":"notifications/progress"}\n\n',
    'data: {"jsonrpc":"2.0","id":1,"result":{}}\n\n',
  ],
}

test.each(Object.entries(streams))('detects the last event of %s', (_provider, [type, earlier, last]) => {
  const [before, after] = [earlier, last].map((event) => (typeof event === 'string' ? encode(event) : event))
  const both = type === 'application/json' ? after : new Uint8Array([...(before ?? []), ...(after ?? [])])
  expect(hasTerminalEvent(before ?? new Uint8Array(), type)).toBe(false)
  expect(hasTerminalEvent(both ?? new Uint8Array(), type)).toBe(true)
})

test('detects the last event before bytes that follow it, and never in a part of an event', () => {
  expect(hasTerminalEvent(encode('data: [DONE]\n\n: bye\n\n'), SSE)).toBe(true)
  expect(hasTerminalEvent(encode('data: {"type":"message_stop"'), SSE)).toBe(false)
  expect(hasTerminalEvent(encode('data: {"result":1}\n\n'), SSE)).toBe(false)
  expect(hasTerminalEvent(encode('12'), 'text/plain')).toBe(false)
  const cut = converse('messageStop', '{"stopReason":"end_turn"}')
  for (let end = 0; end < cut.length; end++) expect(hasTerminalEvent(cut.slice(0, end), AWS)).toBe(false)
})
