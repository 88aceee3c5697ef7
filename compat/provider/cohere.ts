import { type Answer, events, json } from './answer.ts'
import type { Ask } from './ask.ts'

const TOKENS = { input_tokens: 5, output_tokens: 7 }
const USAGE = { billed_units: TOKENS, tokens: TOKENS }

/** Cohere's chat, version 2. */
export function answerCohere(ask: Ask): Answer | undefined {
  if (!/\/v2\/chat$/.test(ask.path)) return undefined
  const isCall = ask.turn === 'tool call'
  const finish_reason = isCall ? 'TOOL_CALL' : 'COMPLETE'
  const call = {
    id: `weather_${ask.id}`,
    type: 'function',
    function: { name: 'weather', arguments: '{"city":"Lisbon"}' },
  }
  if (!ask.body.stream) {
    const content = isCall
      ? { tool_plan: 'look', tool_calls: [call] }
      : { content: [{ type: 'text', text: ask.words.join('') }] }
    return json({ id: ask.id, finish_reason, message: { role: 'assistant', ...content }, usage: USAGE })
  }
  const text = (type: string, delta?: object) => ({ type, index: 0, ...(delta ? { delta: { message: delta } } : {}) })
  const list = [
    { id: ask.id, type: 'message-start', delta: { message: { role: 'assistant', content: [], tool_calls: [] } } },
    ...(isCall
      ? [text('tool-call-start', { tool_calls: call }), text('tool-call-end')]
      : [
          text('content-start', { content: { type: 'text', text: '' } }),
          ...ask.words.map((word) => text('content-delta', { content: { text: word } })),
          text('content-end'),
        ]),
    { type: 'message-end', delta: { finish_reason, usage: USAGE } },
  ]
  return events(list.map((data) => ({ event: data.type, data })))
}
