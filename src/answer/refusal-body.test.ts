import { expect, test } from 'vitest'
import { toRefusalBody } from './refusal-body.ts'

const errorOf = (url: string, userAgent?: string): unknown =>
  JSON.parse(toRefusalBody('text', { url, headers: new Headers(userAgent ? { 'user-agent': userAgent } : {}) })).error

test.each([
  ['http://gateway.test/v1/chat', 'ollama-js/0.6.4 (x64 linux Node.js/v24.21.0)'],
  ['http://tgi.internal:8080/embed', '@huggingface/inference/4.13.30 Node.js/24'],
  ...['chat', 'generate', 'embed', 'embeddings', 'tags', 'show', 'ps', 'pull', 'push', 'create', 'copy', 'delete'].map(
    (endpoint) => [`http://localhost:11434/api/${endpoint}`],
  ),
  ['http://localhost:11434/api/version'],
  ['http://localhost:11434/api/blobs/sha256:0'],
  ['https://ollama.com/api/web_search'],
  ['https://router.huggingface.co/v1/chat/completions'],
  ['https://abc.us-east-1.aws.endpoints.huggingface.cloud/v1/chat/completions'],
])('the error is a string for %s from %s', (url, userAgent) => {
  expect(errorOf(url, userAgent)).toBe('text')
})

test.each([
  ['https://api.openai.com/v1/chat/completions', 'OpenAI/JS 7.57.0'],
  ['https://api.test/api/chatrooms', undefined],
])('the error is an object for %s from %s', (url, userAgent) => {
  expect(errorOf(url, userAgent)).toMatchObject({ message: 'text', code: 400 })
})
