import { expect, test } from 'vitest'
import { buildCassette } from '../../test/build-cassette.ts'
import { encodeAwsFrame } from '../../test/llm/encode-aws-frame.ts'
import type { Interaction } from '../cassette.ts'
import { findAnswerError } from './find-answer-error.ts'

const answer = (type: string, response: string | Uint8Array<ArrayBuffer>): Interaction =>
  buildCassette({ type, response }).interactions[0] as Interaction

const EVENTS = 'text/event-stream'

test.each([
  [
    'Anthropic',
    EVENTS,
    'event: error\ndata: {"type":"error","error":{"type":"overloaded_error","message":"sk-1"}}\n\n',
    'overloaded_error',
  ],
  [
    'OpenAI',
    EVENTS,
    'data: {"choices":[]}\n\ndata: {"error":{"message":"sk-1","code":"server_error"}}\n\n',
    'server_error',
  ],
  [
    'Responses',
    EVENTS,
    'data: {"type":"response.failed","response":{"error":{"code":"rate_limit_exceeded"}}}\n\n',
    'rate_limit_exceeded',
  ],
  ['Responses without a reason', EVENTS, 'data: {"type":"response.failed"}\n\n', 'response.failed'],
  ['an error event of Responses', EVENTS, 'data: {"type":"error","code":"server_error"}\n\n', 'server_error'],
  ['Gemini', 'application/json', '{"error":{"code":503,"status":"UNAVAILABLE"}}', 'UNAVAILABLE'],
  ['a gateway that reports only a number', 'application/json', '{"error":500}', 'error'],
  ['Ollama', 'application/x-ndjson', '{"message":{}}\n{"error":"an unexpected failure: sk-1"}\n', 'error'],
  ['an event that is only named so', EVENTS, 'event: error\ndata: {"detail":1}\n\n', 'error'],
])('finds the error of %s, and never shows its message', (_, type, body, error) => {
  expect(findAnswerError(answer(type, body))).toBe(error)
})

test('finds an exception of AWS', () => {
  const frame = encodeAwsFrame({ ':message-type': 'exception', ':exception-type': 'throttlingException' }, {})
  expect(findAnswerError(answer('application/vnd.amazon.eventstream', new Uint8Array(frame)))).toBe(
    'throttlingException',
  )
})

test.each([
  [EVENTS, 'data: {"type":"response.completed","response":{"error":null}}\n\ndata: [DONE]\n\n'],
  ['application/json', '{"error":null,"content":[{"type":"text","text":"error"}]}'],
  ['text/plain', 'error'],
  ['application/json', ''],
])('finds none in a complete answer (%s)', (type, body) => {
  expect(findAnswerError(answer(type, body))).toBeUndefined()
})
