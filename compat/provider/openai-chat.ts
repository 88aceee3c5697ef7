import { type Answer, events, json } from './answer.ts'
import type { Ask } from './ask.ts'

const USAGE = { prompt_tokens: 5, completion_tokens: 7, total_tokens: 12 }

/** Chat completions, which Azure, Groq, Mistral, OpenRouter and Hugging Face have, too. */
export function answerChat(ask: Ask): Answer | undefined {
  if (!/\/chat\/completions$/.test(ask.path)) return undefined
  const base = { id: `chatcmpl-${ask.id}`, created: 1_700_000_000, model: ask.body.model }
  if (ask.body.stream) return answerStream(ask, { ...base, object: 'chat.completion.chunk' })
  const choice =
    ask.turn === 'tool call'
      ? { message: { role: 'assistant', content: null, tool_calls: [toCall(ask)] }, finish_reason: 'tool_calls' }
      : { message: { role: 'assistant', content: ask.words.join('') }, finish_reason: 'stop' }
  return json({ ...base, object: 'chat.completion', choices: [{ index: 0, ...choice }], usage: USAGE })
}

function answerStream(ask: Ask, base: object): Answer {
  const chunk = (delta: object, finish_reason: string | null = null) => ({
    data: { ...base, choices: [{ index: 0, delta, finish_reason }] },
  })
  const chunks =
    ask.turn === 'tool call'
      ? [
          chunk({ role: 'assistant', content: null, tool_calls: [{ index: 0, ...toCall(ask) }] }),
          chunk({}, 'tool_calls'),
        ]
      : [
          chunk({ role: 'assistant', content: '' }),
          ...ask.words.map((content) => chunk({ content })),
          chunk({}, 'stop'),
        ]
  return events([...chunks, { data: { ...base, choices: [], usage: USAGE } }, { data: '[DONE]' }])
}

function toCall({ id }: Ask): object {
  return { id: `call_${id}`, type: 'function', function: { name: 'weather', arguments: '{"city":"Lisbon"}' } }
}
