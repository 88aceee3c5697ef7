import { expect, test } from 'vitest'
import { read } from '../../../test/llm/read.ts'

const URL = 'https://gateway.test/v1beta/models/gemini-2.5-flash:generateContent'
const REQUEST = { contents: [{ role: 'user', parts: [{ text: 'Hello' }] }] }

test('a request is read with its instruction, media, calls, results and tools', () => {
  const request = {
    system_instruction: { parts: [{ text: 'Be brief.' }] },
    tools: [{ functionDeclarations: [{ name: 'weather' }] }, { googleSearch: {} }],
    contents: [
      {
        role: 'user',
        parts: [
          { inlineData: { mimeType: 'image/png', data: 'aGVsbG8=' } },
          { file_data: { mime_type: 'video/mp4', file_uri: 'gs://a/b.mp4' } },
          { text: 'Look.' },
        ],
      },
      { role: 'model', parts: [{ functionCall: { name: 'weather', args: { city: 'Lisbon' } } }] },
      { role: 'user', parts: [{ functionResponse: { name: 'weather', response: { result: 21 } } }] },
    ],
  }
  const response = {
    candidates: [
      {
        content: { parts: [{ text: 'Hm.', thought: true }, { text: '21.' }, { executableCode: { code: '1' } }] },
        finishReason: 'STOP',
      },
    ],
    usageMetadata: {
      promptTokenCount: 30,
      cachedContentTokenCount: 20,
      candidatesTokenCount: 5,
      thoughtsTokenCount: 7,
      toolUsePromptTokenCount: 3,
    },
    modelVersion: 'gemini-2.5-flash-001',
  }
  expect(read(request, response, { url: URL })).toEqual({
    protocol: 'gemini',
    operation: 'chat',
    model: 'gemini-2.5-flash-001',
    tools: ['weather', 'googleSearch'],
    messages: [
      { role: 'system', parts: [{ kind: 'text', text: 'Be brief.' }] },
      {
        role: 'user',
        parts: [
          { kind: 'media', medium: 'image', type: 'image/png', bytes: 5 },
          { kind: 'media', medium: 'video', type: 'video/mp4', reference: 'gs://a/b.mp4' },
          { kind: 'text', text: 'Look.' },
        ],
      },
      { role: 'assistant', parts: [{ kind: 'tool-call', name: 'weather', arguments: { city: 'Lisbon' } }] },
      {
        role: 'tool',
        parts: [
          {
            kind: 'tool-result',
            name: 'weather',
            outcome: 'success',
            parts: [{ kind: 'other', type: 'json', value: { result: 21 } }],
          },
        ],
      },
    ],
    answers: [
      {
        parts: [
          { kind: 'reasoning', text: 'Hm.' },
          { kind: 'text', text: '21.' },
          { kind: 'other', type: 'executableCode', value: { code: '1' } },
        ],
        finishReason: 'STOP',
      },
    ],
    usage: { input: 33, cachedInput: 20, output: 12, reasoning: 7 },
  })
})

test('a stream that is a JSON list is read as one of server-sent events', () => {
  const chunks = ['Hel', 'lo.'].map((text) => ({ candidates: [{ content: { parts: [{ text }] } }] }))
  const asEvents = chunks.map((chunk) => `data: ${JSON.stringify(chunk)}\r\n\r\n`).join('')
  const expected = [{ parts: [{ kind: 'text', text: 'Hello.' }] }]
  expect(read(REQUEST, chunks, { url: URL })?.answers).toEqual(expected)
  expect(read(REQUEST, asEvents, { url: URL, type: 'text/event-stream' })?.answers).toEqual(expected)
})

test('a blocked prompt is an answer without parts', () => {
  expect(read(REQUEST, { promptFeedback: { blockReason: 'SAFETY' } }, { url: URL })?.answers).toEqual([
    { parts: [], finishReason: 'SAFETY' },
  ])
})

test('an error is read, also within the list of a stream, and the model is that of the URL', () => {
  const error = { error: { code: 503, message: 'Overloaded', status: 'UNAVAILABLE' } }
  const expected = { model: 'gemini-2.5-flash', answers: [], error: { type: 'UNAVAILABLE', message: 'Overloaded' } }
  expect(read(REQUEST, error, { url: URL, status: 503 })).toMatchObject(expected)
  expect(read(REQUEST, [error], { url: URL, status: 503 })).toMatchObject(expected)
})
