import { expect, test } from 'vitest'
import { providerError } from './provider-errors.ts'

const BUSY = 'The rate limit is exceeded. Please try again later.'
const errorOf = (url: string, status = 429, headers: Record<string, string> = {}) =>
  providerError(status, { url, headers: new Headers(headers) })

test.each<[string, object, object?]>([
  [
    'https://api.openai.com/v1/chat/completions',
    { error: { message: BUSY, type: 'requests', param: null, code: 'rate_limit_exceeded' } },
  ],
  ['https://api.anthropic.com/v1/messages', { type: 'error', error: { type: 'rate_limit_error', message: BUSY } }],
  [
    'https://generativelanguage.googleapis.com/v1beta/models/m:streamGenerateContent?alt=sse',
    { error: { code: 429, message: BUSY, status: 'RESOURCE_EXHAUSTED' } },
  ],
  [
    'https://bedrock-runtime.us-east-1.amazonaws.com/model/m/converse-stream',
    { message: BUSY },
    { 'x-amzn-errortype': 'ThrottlingException' },
  ],
  ['http://localhost:11434/api/chat', { error: BUSY }],
  ['https://api.cohere.com/v2/chat', { message: BUSY }],
])('a request to %s gets the error of its API', (url, body, headers) => {
  expect(errorOf(url)).toEqual({ body, ...(headers && { headers }) })
})

test('a gateway of Anthropic is recognized by its header', () => {
  expect(errorOf('https://gateway.test/x', 529, { 'anthropic-version': '2023-06-01' }).body).toEqual({
    type: 'error',
    error: { type: 'overloaded_error', message: 'Overloaded' },
  })
})

test('a status without a name of its own gets that of its class', () => {
  expect(errorOf('https://api.anthropic.com/v1/messages', 502).body).toEqual({
    type: 'error',
    error: { type: 'api_error', message: 'The request failed with status 502.' },
  })
  expect(errorOf('https://api.openai.com/v1/responses', 418).body).toEqual({
    error: {
      message: 'The request failed with status 418.',
      type: 'invalid_request_error',
      param: null,
      code: null,
    },
  })
})
