import { expect, test } from 'vitest'
import { read } from '../../test/llm/read.ts'
import type { Conversation, Part } from './conversation.ts'

const events = (...values: unknown[]): string => values.map((value) => `data: ${JSON.stringify(value)}\n\n`).join('')
const lines = (...values: unknown[]): string => values.map((value) => `${JSON.stringify(value)}\n`).join('')
const text = (value: string): Part => ({ kind: 'text', text: value })

interface Case {
  readonly request: unknown
  readonly response: unknown
  readonly url?: string
  readonly type?: string
  readonly expected: Partial<Conversation>
}

const cases: Record<string, Case> = {
  'a chat of Ollama, which streams lines': {
    request: { model: 'qwen3', messages: [{ role: 'user', content: 'Hi', images: ['aGVsbG8='] }], stream: true },
    response: lines(
      { model: 'qwen3', message: { role: 'assistant', content: '', thinking: 'Hm.' }, done: false },
      { model: 'qwen3', message: { role: 'assistant', content: 'Hel' }, done: false },
      {
        model: 'qwen3',
        message: { role: 'assistant', content: 'lo.', tool_calls: [{ function: { name: 'f', arguments: { a: 1 } } }] },
        done: true,
        done_reason: 'stop',
        prompt_eval_count: 5,
        eval_count: 6,
      },
    ),
    expected: {
      protocol: 'ollama',
      messages: [{ role: 'user', parts: [text('Hi'), { kind: 'media', medium: 'image', bytes: 5 }] }],
      answers: [
        {
          parts: [
            { kind: 'reasoning', text: 'Hm.' },
            text('Hello.'),
            { kind: 'tool-call', name: 'f', arguments: { a: 1 } },
          ],
          finishReason: 'stop',
        },
      ],
      usage: { input: 5, output: 6 },
    },
  },
  'a generation of Ollama': {
    request: { model: 'qwen3', prompt: 'Hi', system: 'Be brief.' },
    response: { model: 'qwen3', response: 'Hello.', done: true, done_reason: 'stop' },
    expected: {
      protocol: 'ollama',
      messages: [
        { role: 'system', parts: [text('Be brief.')] },
        { role: 'user', parts: [text('Hi')] },
      ],
      answers: [{ parts: [text('Hello.')], finishReason: 'stop' }],
    },
  },
  'a chat of Cohere, version 1': {
    request: { message: 'Hi', preamble: 'Be brief.', chat_history: [{ role: 'CHATBOT', message: 'Yes?' }] },
    response: lines(
      { event_type: 'stream-start', generation_id: 'g' },
      { event_type: 'text-generation', text: 'Hello.' },
      {
        event_type: 'stream-end',
        finish_reason: 'COMPLETE',
        response: { text: 'Hello.', meta: { tokens: { input_tokens: 3, output_tokens: 2 } } },
      },
    ),
    expected: {
      protocol: 'cohere-chat-1',
      messages: [
        { role: 'system', parts: [text('Be brief.')] },
        { role: 'assistant', parts: [text('Yes?')] },
        { role: 'user', parts: [text('Hi')] },
      ],
      answers: [{ parts: [text('Hello.')], finishReason: 'COMPLETE' }],
      usage: { input: 3, output: 2 },
    },
  },
  'a generation of Hugging Face': {
    request: { inputs: 'Hi', parameters: {} },
    response: events(
      { token: { text: 'Hel' }, generated_text: null },
      { token: { text: 'lo.' }, generated_text: 'Hello.', details: { finish_reason: 'length', generated_tokens: 2 } },
    ),
    type: 'text/event-stream',
    expected: {
      protocol: 'huggingface-generation',
      messages: [{ role: 'user', parts: [text('Hi')] }],
      answers: [{ parts: [text('Hello.')], finishReason: 'length' }],
      usage: { output: 2 },
    },
  },
  'a completion of OpenAI': {
    request: { model: 'm', prompt: ['Hi', 'Ho'] },
    response: events(
      { choices: [{ text: 'A', index: 1 }] },
      { choices: [{ text: 'B', index: 0, finish_reason: 'stop' }] },
    ),
    type: 'text/event-stream',
    expected: {
      protocol: 'openai-completions',
      messages: [{ role: 'user', parts: [text('Hi'), text('Ho')] }],
      answers: [{ parts: [text('B')], finishReason: 'stop' }, { parts: [text('A')] }],
    },
  },
  'a run of Workers AI': {
    request: { messages: [{ role: 'user', content: 'Hi' }] },
    url: 'https://api.cloudflare.com/client/v4/accounts/1/ai/run/@cf/meta/llama-3.2-1b-instruct',
    response: { result: { response: 'Hello.', usage: { prompt_tokens: 3, completion_tokens: 2 } }, success: true },
    expected: {
      protocol: 'cloudflare',
      provider: 'cloudflare',
      model: '@cf/meta/llama-3.2-1b-instruct',
      answers: [{ parts: [text('Hello.')] }],
      usage: { input: 3, output: 2 },
    },
  },
  'embeddings in base64': {
    request: { model: 'm', input: ['a', 'b'] },
    response: { data: [{ embedding: 'AAAAAAAAgD8=' }, { embedding: 'AAAAAAAAgD8=' }], usage: { prompt_tokens: 2 } },
    expected: {
      protocol: 'embeddings',
      operation: 'embeddings',
      messages: [{ role: 'user', parts: [text('a'), text('b')] }],
      answers: [{ parts: [{ kind: 'vectors', count: 2, dimensions: 2 }] }],
      usage: { input: 2 },
    },
  },
  'embeddings of Gemini': {
    request: { content: { parts: [{ text: 'a' }] } },
    response: { embedding: { values: [0, 1, 2] } },
    expected: {
      protocol: 'embeddings',
      messages: [{ role: 'user', parts: [text('a')] }],
      answers: [{ parts: [{ kind: 'vectors', count: 1, dimensions: 3 }] }],
    },
  },
  'an image': {
    request: { model: 'gpt-image-1', prompt: 'A cat' },
    response: { data: [{ b64_json: 'aGVsbG8=' }], output_format: 'webp', usage: { input_tokens: 3, output_tokens: 9 } },
    expected: {
      protocol: 'openai-images',
      operation: 'image',
      messages: [{ role: 'user', parts: [text('A cat')] }],
      answers: [{ parts: [{ kind: 'media', medium: 'image', type: 'image/webp', bytes: 5 }] }],
      usage: { input: 3, output: 9 },
    },
  },
  speech: {
    request: { model: 'tts-1', input: 'Hello', voice: 'alloy' },
    response: Uint8Array.of(0xff, 0xfb, 0x90, 0),
    type: 'audio/mpeg',
    expected: {
      protocol: 'openai-speech',
      operation: 'speech',
      messages: [{ role: 'user', parts: [text('Hello')] }],
      answers: [{ parts: [{ kind: 'media', medium: 'audio', type: 'audio/mpeg', bytes: 4 }] }],
    },
  },
  'speech with the rate of its samples': {
    request: { model: 'tts-1', input: 'Hello', voice: 'alloy' },
    response: new Uint8Array(4000).fill(255),
    type: 'audio/pcm;rate=2000',
    expected: {
      protocol: 'openai-speech',
      operation: 'speech',
      answers: [{ parts: [{ kind: 'media', medium: 'audio', type: 'audio/pcm', bytes: 4000, duration: 1000 }] }],
    },
  },
  'a moderation': {
    request: { input: 'Hi' },
    response: { model: 'omni', results: [{ flagged: false, categories: { hate: false } }] },
    expected: {
      protocol: 'openai-moderation',
      model: 'omni',
      answers: [
        { parts: [{ kind: 'other', type: 'moderation', value: { flagged: false, categories: { hate: false } } }] },
      ],
    },
  },
  reranking: {
    request: { model: 'r', query: 'q', documents: ['a', { text: 'b' }] },
    response: { results: [{ index: 1, relevance_score: 0.9 }] },
    expected: {
      protocol: 'rerank',
      messages: [
        { role: 'system', parts: [text('q')] },
        { role: 'user', parts: [text('a'), text('b')] },
      ],
      answers: [{ parts: [{ kind: 'other', type: 'rerank', value: { index: 1, relevance_score: 0.9 } }] }],
    },
  },
  'a tool call of MCP, with a notification before its result': {
    request: { jsonrpc: '2.0', id: 1, method: 'tools/call', params: { name: 'search', arguments: { q: 'x' } } },
    response: events(
      { jsonrpc: '2.0', method: 'notifications/progress', params: { progress: 1 } },
      { jsonrpc: '2.0', id: 1, result: { content: [{ type: 'text', text: 'Found.' }], isError: false } },
    ),
    type: 'text/event-stream',
    expected: {
      protocol: 'mcp',
      operation: 'mcp',
      messages: [{ role: 'assistant', parts: [{ kind: 'tool-call', id: '1', name: 'search', arguments: { q: 'x' } }] }],
      answers: [
        {
          parts: [
            { kind: 'other', type: 'notifications/progress', value: { progress: 1 } },
            { kind: 'tool-result', id: '1', name: 'search', outcome: 'success', parts: [text('Found.')] },
          ],
        },
      ],
    },
  },
}

test.each(Object.entries(cases))('%s is read', (_name, { request, response, expected, url, type }) => {
  const rest = { ...(url && { url }), ...(type && { type }) }
  const conversation = read(request, response, rest)
  expect(conversation).toMatchObject(expected)
  expect(conversation?.answers).toEqual(expected.answers)
})
