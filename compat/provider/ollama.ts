import { type Answer, json } from './answer.ts'
import type { Ask } from './ask.ts'

/** Ollama's own API. Its streams are lines of JSON. */
export function answerOllama(ask: Ask): Answer | undefined {
  const model = ask.body.model
  if (ask.path === '/api/embed') return json({ model, embeddings: [[0.1, 0.2]] })
  if (ask.path !== '/api/chat') return undefined
  const piece = (message: object, done: boolean) => ({
    model,
    created_at: `2026-01-01T00:00:00Z#${ask.id}`,
    message: { role: 'assistant', content: '', ...message },
    done,
    ...(done ? { done_reason: 'stop', total_duration: 1, eval_count: 7 } : {}),
  })
  const call = { tool_calls: [{ function: { name: 'weather', arguments: { city: 'Lisbon' } } }] }
  const isCall = ask.turn === 'tool call'
  if (!ask.body.stream) return json(piece(isCall ? call : { content: ask.words.join('') }, true))
  const list = isCall ? [piece(call, false)] : ask.words.map((content) => piece({ content }, false))
  return {
    headers: { 'content-type': 'application/x-ndjson' },
    parts: [...list, piece({}, true)].map((each) => `${JSON.stringify(each)}\n`),
  }
}
