import { type Answer, awsEvents, json } from './answer.ts'
import type { Ask } from './ask.ts'
import { PICTURE, VECTOR } from './media.ts'

const USAGE = { usage: { inputTokens: 5, outputTokens: 7, totalTokens: 12 }, metrics: { latencyMs: 3 } }

/** Bedrock's Converse, and its models that do not return text. */
export function answerBedrock(ask: Ask): Answer | undefined {
  if (!/^\/model\/amazon\.[^/]+\/invoke$/.test(ask.path)) return answerConverse(ask)
  return json('inputText' in ask.body ? { embedding: VECTOR, inputTextTokenCount: 1 } : { images: [PICTURE] })
}

function answerConverse(ask: Ask): Answer | undefined {
  const isCall = ask.turn === 'tool call'
  const use = { toolUseId: `tooluse_${ask.id}`, name: 'weather' }
  const stopReason = isCall ? 'tool_use' : 'end_turn'
  if (/^\/model\/[^/]+\/converse$/.test(ask.path)) {
    const block = isCall ? { toolUse: { ...use, input: { city: 'Lisbon' } } } : { text: ask.words.join('') }
    return json({ output: { message: { role: 'assistant', content: [block] } }, stopReason, ...USAGE })
  }
  if (!/^\/model\/[^/]+\/converse-stream$/.test(ask.path)) return undefined
  const deltas = isCall ? [{ toolUse: { input: '{"city":"Lisbon"}' } }] : ask.words.map((text) => ({ text }))
  return awsEvents([
    ['messageStart', { role: 'assistant' }],
    ...(isCall ? [['contentBlockStart', { contentBlockIndex: 0, start: { toolUse: use } }] as const] : []),
    ...deltas.map((delta) => ['contentBlockDelta', { contentBlockIndex: 0, delta }] as const),
    ['contentBlockStop', { contentBlockIndex: 0 }],
    ['messageStop', { stopReason }],
    ['metadata', USAGE],
  ])
}
