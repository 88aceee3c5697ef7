import { type Answer, events, json } from './answer.ts'
import type { Ask } from './ask.ts'

const USAGE = {
  input_tokens: 5,
  output_tokens: 7,
  total_tokens: 12,
  input_tokens_details: { cached_tokens: 0 },
  output_tokens_details: { reasoning_tokens: 0 },
}

interface Event {
  readonly type: string
  readonly [name: string]: unknown
}

/** OpenAI's responses. */
export function answerResponses(ask: Ask): Answer | undefined {
  if (!/\/responses$/.test(ask.path)) return undefined
  if (!ask.body.stream) return json(toResponse(ask, 'completed', [toItem(ask)]))
  return events(listResponseEvents(ask).map((each) => ({ event: each.type, data: each })))
}

/** Lists the events of a stream. */
export function listResponseEvents(ask: Ask): Event[] {
  const item = toItem(ask)
  const list = [
    { type: 'response.created', response: toResponse(ask, 'in_progress', []) },
    ...(ask.turn === 'tool call' ? callEvents(ask) : messageEvents(ask)),
    { type: 'response.output_item.done', output_index: 0, item },
    { type: 'response.completed', response: toResponse(ask, 'completed', [item]) },
  ]
  return list.map((each, sequence_number) => ({ ...each, sequence_number }))
}

function toItem(ask: Ask): object {
  return ask.turn === 'tool call' ? toCall(ask) : toMessage(ask)
}

function toResponse({ id, body }: Ask, status: string, output: readonly object[]): object {
  return {
    id: `resp_${id}`,
    object: 'response',
    created_at: 1_700_000_000,
    status,
    model: body.model,
    output,
    parallel_tool_calls: true,
    tool_choice: 'auto',
    tools: [],
    error: null,
    incomplete_details: null,
    instructions: null,
    metadata: {},
    temperature: 1,
    top_p: 1,
    usage: status === 'completed' ? USAGE : null,
  }
}

function toCall({ id }: Ask) {
  return {
    type: 'function_call',
    id: `fc_${id}`,
    call_id: `call_${id}`,
    name: 'weather',
    arguments: '{"city":"Lisbon"}',
    status: 'completed',
  }
}

function toMessage({ id, words }: Ask) {
  const text = { type: 'output_text', text: words.join(''), annotations: [] }
  return { type: 'message', id: `msg_${id}`, role: 'assistant', status: 'completed', content: [text] }
}

function callEvents(ask: Ask): Event[] {
  const item = toCall(ask)
  const place = { item_id: item.id, output_index: 0 }
  return [
    { type: 'response.output_item.added', output_index: 0, item: { ...item, arguments: '', status: 'in_progress' } },
    { type: 'response.function_call_arguments.delta', ...place, delta: item.arguments },
    { type: 'response.function_call_arguments.done', ...place, arguments: item.arguments },
  ]
}

function messageEvents(ask: Ask): Event[] {
  const item = toMessage(ask)
  const place = { item_id: item.id, output_index: 0, content_index: 0 }
  const [text] = item.content
  return [
    { type: 'response.output_item.added', output_index: 0, item: { ...item, content: [], status: 'in_progress' } },
    { type: 'response.content_part.added', ...place, part: { ...text, text: '' } },
    ...ask.words.map((delta) => ({ type: 'response.output_text.delta', ...place, delta, logprobs: [] })),
    { type: 'response.output_text.done', ...place, text: text?.text, logprobs: [] },
    { type: 'response.content_part.done', ...place, part: text },
  ]
}
