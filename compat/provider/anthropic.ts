import { type Answer, awsEvents, events, json } from './answer.ts'
import type { Ask } from './ask.ts'
import { toBytes } from './media.ts'

/** Anthropic's messages: its own API, and those of Vertex and Bedrock. */
export function answerMessages(ask: Ask): Answer | undefined {
  const { path, body } = ask
  if (/\/messages\/count_tokens$/.test(path)) return json({ input_tokens: 42 })
  if (/\/v1\/files\/[^/]+\/content$/.test(path))
    return { headers: { 'content-type': 'application/octet-stream' }, parts: [toBytes(5)] }
  if (/^\/model\/[^/]+\/invoke$/.test(path)) return json(toMessage(ask))
  if (/^\/model\/[^/]+\/invoke-with-response-stream$/.test(path))
    return awsEvents(
      toEvents(ask).map((event) => ['chunk', { bytes: Buffer.from(JSON.stringify(event)).toString('base64') }]),
    )
  if (!/\/v1\/messages$|:(?:streamRawPredict|rawPredict)$/.test(path)) return undefined
  if (!body.stream && !path.endsWith(':streamRawPredict')) return json(toMessage(ask))
  return events(toEvents(ask).map((data) => ({ event: data.type, data })))
}

interface Event {
  readonly type: string
  readonly [name: string]: unknown
}

function toMessage(ask: Ask) {
  const [stop_reason, block] =
    ask.turn === 'tool call'
      ? ['tool_use', { type: 'tool_use', id: `toolu_${ask.id}`, name: 'weather', input: { city: 'Lisbon' } }]
      : ['end_turn', { type: 'text', text: ask.words.join('') }]
  return {
    id: `msg_${ask.id}`,
    type: 'message',
    role: 'assistant',
    model: 'claude-x',
    stop_reason,
    stop_sequence: null,
    content: [block],
    usage: { input_tokens: 5, output_tokens: 7 },
  }
}

function toEvents(ask: Ask): Event[] {
  const message = toMessage(ask)
  const isCall = ask.turn === 'tool call'
  const deltas = isCall
    ? ['{"city":', '"Lisbon"}'].map((partial_json) => ({ type: 'input_json_delta', partial_json }))
    : ask.words.map((text) => ({ type: 'text_delta', text }))
  return [
    { type: 'message_start', message: { ...message, content: [], stop_reason: null } },
    {
      type: 'content_block_start',
      index: 0,
      content_block: isCall ? { ...Object(message.content[0]), input: {} } : { type: 'text', text: '' },
    },
    { type: 'ping' },
    ...deltas.map((delta) => ({ type: 'content_block_delta', index: 0, delta })),
    { type: 'content_block_stop', index: 0 },
    {
      type: 'message_delta',
      delta: { stop_reason: message.stop_reason, stop_sequence: null },
      usage: { output_tokens: 7 },
    },
    { type: 'message_stop' },
  ]
}
