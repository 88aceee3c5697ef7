import { type Answer, events, json } from './answer.ts'
import type { Ask } from './ask.ts'
import { PICTURE, VECTOR } from './media.ts'

const END = {
  finishReason: { unified: 'stop', raw: 'stop' },
  usage: { inputTokens: { total: 5, noCache: 5 }, outputTokens: { total: 7, text: 7 } },
}

const MEDIA = {
  embedding: { embeddings: [VECTOR, VECTOR] },
  image: { images: [PICTURE] },
  speech: { audio: PICTURE },
  transcription: { text: 'hello' },
}

/** The AI Gateway of Vercel, and the endpoint of an app that `useChat` calls. */
export function answerGateway(ask: Ask): Answer | undefined {
  const words = ask.words.map((delta) => ({ type: 'text-delta', id: '0', delta }))
  if (ask.path.endsWith('/chat-of-the-app'))
    return events([
      { data: { type: 'start', messageId: ask.id } },
      { data: { type: 'text-start', id: '0' } },
      ...words.map((data) => ({ data })),
      { data: { type: 'text-end', id: '0' } },
      { data: { type: 'finish' } },
      { data: '[DONE]' },
    ])
  const [, kind = ''] = /\/v\d+\/ai\/(\w+)-model$/.exec(ask.path) ?? []
  if (kind in MEDIA) return json(MEDIA[kind as keyof typeof MEDIA])
  if (kind !== 'language') return undefined
  const isCall = ask.turn === 'tool call'
  const call = { type: 'tool-call', toolCallId: `call_${ask.id}`, toolName: 'weather', input: '{"city":"Lisbon"}' }
  const end = { ...END, ...(isCall && { finishReason: { unified: 'tool-calls', raw: 'tool_calls' } }) }
  if (ask.headers['ai-language-model-streaming'] !== 'true')
    return json({ content: [isCall ? call : { type: 'text', text: ask.words.join('') }], warnings: [], ...end })
  const list = [
    { type: 'stream-start', warnings: [] },
    ...(isCall ? [call] : [{ type: 'text-start', id: '0' }, ...words, { type: 'text-end', id: '0' }]),
    { type: 'finish', ...end },
  ]
  return events(list.map((data) => ({ data })))
}
