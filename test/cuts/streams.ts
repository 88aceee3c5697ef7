import type { Cassette } from '../../dist/index.js'

const USAGE = {
  input_tokens: 1,
  input_tokens_details: { cached_tokens: 0 },
  output_tokens: 4,
  output_tokens_details: { reasoning_tokens: 0 },
  total_tokens: 5,
}

/** A short streamed answer "Olá, mundo!" in the form of each API. */
export const streams = {
  openaiChat: toStream('https://api.openai.com/v1/chat/completions', [
    ...['Olá', ', ', 'mundo!'].map((content) => chatChunk({ role: 'assistant', content }, null)),
    chatChunk({}, 'stop'),
    '[DONE]',
  ]),
  groqChat: toStream('https://api.groq.com/openai/v1/chat/completions', [
    ...['Olá', ', ', 'mundo!'].map((content) => chatChunk({ role: 'assistant', content }, null)),
    chatChunk({}, 'stop'),
    '[DONE]',
  ]),
  mistralChat: toStream('https://api.mistral.ai/v1/chat/completions', [
    ...['Olá', ', ', 'mundo!'].map((content) => chatChunk({ role: 'assistant', content }, null)),
    chatChunk({}, 'stop'),
    '[DONE]',
  ]),
  openaiResponses: toStream(
    'https://api.openai.com/v1/responses',
    [
      { type: 'response.created', response: toResponse('in_progress') },
      {
        type: 'response.output_item.added',
        output_index: 0,
        item: { id: 'msg_1', type: 'message', status: 'in_progress', role: 'assistant', content: [] },
      },
      {
        type: 'response.content_part.added',
        item_id: 'msg_1',
        output_index: 0,
        content_index: 0,
        part: { type: 'output_text', text: '', annotations: [] },
      },
      ...['Olá', ', mundo!'].map((delta) => ({
        type: 'response.output_text.delta',
        item_id: 'msg_1',
        output_index: 0,
        content_index: 0,
        delta,
      })),
      { type: 'response.completed', response: toResponse('completed') },
    ].map((event, sequence) => ({ ...event, sequence_number: sequence })),
  ),
  anthropic: toStream('https://api.anthropic.com/v1/messages', [
    {
      type: 'message_start',
      message: {
        id: 'msg_1',
        type: 'message',
        role: 'assistant',
        model: 'm',
        content: [],
        stop_reason: null,
        stop_sequence: null,
        usage: { input_tokens: 1, output_tokens: 1 },
      },
    },
    { type: 'content_block_start', index: 0, content_block: { type: 'text', text: '' } },
    ...['Olá', ', mundo!'].map((text) => ({
      type: 'content_block_delta',
      index: 0,
      delta: { type: 'text_delta', text },
    })),
    { type: 'content_block_stop', index: 0 },
    { type: 'message_delta', delta: { stop_reason: 'end_turn', stop_sequence: null }, usage: { output_tokens: 4 } },
    { type: 'message_stop' },
  ]),
  gemini: toStream(
    'https://generativelanguage.googleapis.com/v1beta/models/gemini-2.5-flash:streamGenerateContent?alt=sse',
    [
      ...['Olá', ', '].map((text) => geminiChunk(text)),
      { ...geminiChunk('mundo!', { finishReason: 'STOP' }), usageMetadata: { totalTokenCount: 4 } },
    ],
  ),
  ollama: toLines('http://127.0.0.1:11434/api/chat', [
    ...['Olá', ', ', 'mundo!'].map((content) => ({ model: 'm', message: { role: 'assistant', content }, done: false })),
    { model: 'm', message: { role: 'assistant', content: '' }, done: true, done_reason: 'stop' },
  ]),
} as const satisfies Record<string, Cassette>

function chatChunk(delta: object, reason: string | null): object {
  return {
    id: 'chatcmpl-1',
    object: 'chat.completion.chunk',
    created: 1_763_000_000,
    model: 'm',
    choices: [{ index: 0, delta, finish_reason: reason }],
  }
}

function geminiChunk(text: string, rest: object = {}): object {
  return { candidates: [{ content: { role: 'model', parts: [{ text }] }, index: 0, ...rest }] }
}

function toResponse(status: string): object {
  const content = [{ type: 'output_text', text: 'Olá, mundo!', annotations: [] }]
  const message = { id: 'msg_1', type: 'message', status: 'completed', role: 'assistant', content }
  const output = status === 'completed' ? [message] : []
  return { id: 'resp_1', object: 'response', created_at: 1_763_000_000, status, model: 'm', output, usage: USAGE }
}

function toStream(url: string, events: readonly (object | string)[]): Cassette {
  const text = events.map((event) => {
    if (typeof event === 'string') return `data: ${event}\n\n`
    const name = 'type' in event ? `event: ${event.type}\n` : ''
    return `${name}data: ${JSON.stringify(event)}\n\n`
  })
  return toCassette(url, text.join(''), 'text/event-stream')
}

function toLines(url: string, lines: readonly object[]): Cassette {
  return toCassette(url, lines.map((line) => `${JSON.stringify(line)}\n`).join(''), 'application/x-ndjson')
}

function toCassette(url: string, text: string, type: string): Cassette {
  const encode = (value: string) => new TextEncoder().encode(value)
  return {
    format: 'go-vcr-2',
    path: url,
    interactions: [
      {
        request: { method: 'POST', url, headers: [], body: encode('') },
        response: { status: 200, statusText: 'OK', headers: [['content-type', type]], body: encode(text) },
      },
    ],
  }
}
