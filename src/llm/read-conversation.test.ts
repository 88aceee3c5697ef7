import { gzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { buildCassette } from '../../test/build-cassette.ts'
import { read } from '../../test/llm/read.ts'
import type { Part } from './conversation.ts'
import { readConversation } from './read-conversation.ts'

const CHAT = { model: 'm', messages: [{ role: 'user', content: 'Hi' }] }
const ANSWER = { choices: [{ message: { role: 'assistant', content: 'Hello.' }, finish_reason: 'stop' }] }
const text = (value: string): Part => ({ kind: 'text', text: value })

test('a transcription is read from its form', () => {
  const form = [
    '--b\r\ncontent-disposition: form-data; name="model"\r\n\r\nwhisper-1\r\n',
    '--b\r\ncontent-disposition: form-data; name="file"; filename="a.wav"\r\ncontent-type: audio/wav\r\n\r\n12345\r\n--b--\r\n',
  ].join('')
  const [interaction] = buildCassette({ method: 'POST', request: form, response: '{"text":"Hello"}' }).interactions
  const headers = [['content-type', 'multipart/form-data; boundary=b']] as const
  expect(interaction && readConversation({ ...interaction, request: { ...interaction.request, headers } })).toEqual({
    protocol: 'openai-transcription',
    operation: 'transcription',
    model: 'whisper-1',
    tools: [],
    messages: [{ role: 'user', parts: [{ kind: 'media', medium: 'audio', type: 'audio/wav', bytes: 5 }] }],
    answers: [{ parts: [text('Hello')] }],
  })
})

test('the shape of the bodies decides, so a gateway is read, and only a known host has a provider', () => {
  expect(read(CHAT, ANSWER, { url: 'https://gateway.test/anything' })).toMatchObject({ protocol: 'openai-chat' })
  expect(read(CHAT, ANSWER, { url: 'https://gateway.test/anything' })).not.toHaveProperty('provider')
  expect(read(CHAT, ANSWER, { url: 'https://eu.api.openai.com/v1' })?.provider).toBe('openai')
  expect(read(CHAT, ANSWER, { url: 'https://us-east5-aiplatform.googleapis.com/v1' })?.provider).toBe('google-vertex')
  expect(read(CHAT, ANSWER, { url: 'https://api.openai.com.test/v1' })).not.toHaveProperty('provider')
})

test('a compressed body is read', () => {
  expect(read(CHAT, new Uint8Array(gzipSync(JSON.stringify(ANSWER))))?.protocol).toBe('openai-chat')
})

test('a request that failed is read by its path, because several protocols have its shape', () => {
  const failed = { error: { message: 'Bad key' } }
  const chat = { url: 'https://a.test/v1/chat/completions', status: 401 }
  expect(read(CHAT, failed, chat)).toMatchObject({
    protocol: 'openai-chat',
    answers: [],
    error: { message: 'Bad key' },
  })
  expect(read(CHAT, failed, { ...chat, url: 'https://a.test/api/chat' })?.protocol).toBe('ollama')
  expect(read(CHAT, failed, { ...chat, url: 'https://a.test/unknown' })).toBeUndefined()
  expect(read(CHAT, '<html>', { ...chat, status: 502 })).toMatchObject({ protocol: 'openai-chat', answers: [] })
  expect(read(CHAT, '', { ...chat, status: 200 })).toMatchObject({ protocol: 'openai-chat', answers: [] })
})

test.each<[string, unknown, unknown]>([
  ['a request that was cut', '{"model":"m","messa', ANSWER],
  ['a response that was cut', CHAT, '{"choices":[{"mess'],
  ['a REST API', { query: 'x' }, { results: [] }],
  ['a list of models', '', { object: 'list', data: [{ id: 'm', object: 'model' }] }],
  ['GraphQL', { query: '{ a }' }, { data: { a: 1 } }],
  ['JSON-RPC that is not MCP', { jsonrpc: '2.0', id: 1, method: 'eth_call' }, { jsonrpc: '2.0', id: 1, result: '0x' }],
  ['a stream of something else', CHAT, 'data: {"price": 1}\n\n'],
  ['an empty exchange', '', ''],
])('%s is only HTTP', (_name, request, response) => {
  expect(read(request, response, { url: 'https://a.test/v1/chat/completions' })).toBeUndefined()
})
