import { createHash } from 'node:crypto'
import type { Part as MultipartPart } from '../../body/multipart.ts'
import { toPlainBody } from '../../body/plain-body.ts'
import { findHeader, type Interaction, type WebSocketConversation } from '../../cassette.ts'
import { formatBytes } from '../../diagnostics/units.ts'
import { canonicalJson } from '../../json/canonical-json.ts'
import { isJsonObject } from '../../json/json-value.ts'
import { parseJson } from '../../json/parse-json.ts'
import { prettyJson } from '../../json/pretty-json.ts'
import type { Conversation, Message, Part, ToolCall } from '../../llm/conversation.ts'
import type { Content } from '../../llm/exchange/read-content.ts'
import { readExchange } from '../../llm/exchange/read-exchange.ts'
import { listFrameRuns } from '../../stream/frame-runs.ts'
import { textOfParts, writeValue } from '../show/part-blocks.ts'

/** One aspect of an interaction: its text, and its shape, which is everything but wording. */
export interface Aspect {
  readonly name: string
  readonly text: string
  readonly shape: string
}

/** Lists the aspects in which two interactions can differ. Times, ids and numbers of tokens are not among them. */
export function aspectsOf(interaction: Interaction, conversation: Conversation | undefined): Aspect[] {
  const { method, url } = interaction.request
  return [
    structure('request', `${method} ${url}`),
    structure('status', String(interaction.response.status)),
    ...(conversation ? conversationAspects(conversation) : exchangeAspects(interaction)),
  ].filter(({ text }) => text !== '')
}

function structure(name: string, text: string): Aspect {
  return { name, text, shape: text }
}

function wording(name: string, text: string, shape = 'text'): Aspect {
  return { name, text, shape }
}

function conversationAspects({ model, tools, messages, answers, error }: Conversation): Aspect[] {
  const parts = answers.flatMap((answer) => answer.parts)
  const only = (kinds: readonly Part['kind'][]): string => textOfParts(parts.filter(({ kind }) => kinds.includes(kind)))
  const calls = parts.filter((part) => part.kind === 'tool-call')
  return [
    structure('model', model ?? ''),
    structure('tools', tools.join('\n')),
    wording('prompt', messages.map(writeMessage).join('\n'), messages.map(({ role }) => role).join()),
    wording('reasoning', only(['reasoning'])),
    wording('answer', only(['text', 'refusal'])),
    structure('tool calls', calls.map(writeCall).join('\n')),
    structure('other parts', only(['media', 'vectors', 'other', 'tool-result'])),
    structure('finish', answers.map(({ finishReason }) => finishReason ?? '(none)').join(', ')),
    structure('error', error ? [error.type, error.message].filter(Boolean).join(': ') : ''),
  ]
}

function writeMessage({ role, parts }: Message): string {
  return `${role}: ${textOfParts(parts)}`
}

/** With sorted keys, because their order is irrelevant. */
function writeCall({ name, arguments: value }: ToolCall): string {
  return `${name} ${writeValue(sortKeys(value))}`
}

function exchangeAspects(interaction: Interaction): Aspect[] {
  if (interaction.response.websocket) return frameAspects(interaction.response.websocket)
  const { request, response } = readExchange(interaction)
  return [
    contentAspect('request body', request, interaction.request),
    contentAspect('response body', response, interaction.response),
  ]
}

function frameAspects({ frames, close }: WebSocketConversation): Aspect[] {
  const runs = listFrameRuns(frames)
  return [
    wording(
      'frames',
      runs.map(({ from, text }) => `${from} ${text}`).join('\n'),
      runs.map(({ from, text }) => `${from} ${shapeOf(parseJson(text))}`).join('\n'),
    ),
    structure('close', close ? `${close.from} ${close.code} ${close.reason}` : '(open)'),
  ]
}

function contentAspect(name: string, content: Content, message: Interaction['request' | 'response']): Aspect {
  switch (content.kind) {
    case 'empty':
      return structure(name, '')
    case 'json':
      return wording(name, prettyJson(sortKeys(content.value)), shapeOf(content.value))
    case 'events':
      return wording(
        name,
        content.events.map((event) => `${event.name ?? 'event'} ${event.data}`).join('\n'),
        content.events.map((event) => `${event.name ?? ''} ${shapeOf(event.json)}`).join('\n'),
      )
    case 'multipart':
      // Without the boundary, which every upload chooses by chance.
      return wording(
        name,
        content.parts.map((part) => writePart(part, 'with texts')).join('\n\n'),
        content.parts.map((part) => writePart(part, 'without texts')).join('\n\n'),
      )
    case 'text':
      return wording(name, content.text)
    case 'bytes':
      return structure(name, describeBytes(plainBodyOf(message)))
  }
}

function writePart({ headers, content }: MultipartPart, texts: 'with texts' | 'without texts'): string {
  const text = texts === 'with texts' ? content : ''
  return [...headers, typeof content === 'string' ? text : describeBytes(content)].join('\n')
}

function plainBodyOf({ headers, body }: Interaction['request' | 'response']): Uint8Array {
  return toPlainBody(body, findHeader(headers, 'content-encoding') ?? '')
}

function describeBytes(bytes: Uint8Array): string {
  const digest = createHash('sha256').update(bytes).digest('hex').slice(0, 12)
  return `[${formatBytes(bytes.length)}, sha256 ${digest}]`
}

function sortKeys(value: unknown): unknown {
  return typeof value === 'string' ? value : parseJson(canonicalJson(value))
}

/** The value without its texts. */
function shapeOf(value: unknown): string {
  return canonicalJson(withoutTexts(value))
}

function withoutTexts(value: unknown): unknown {
  if (typeof value === 'string') return ''
  if (Array.isArray(value)) return value.map(withoutTexts)
  if (!isJsonObject(value)) return value
  return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, withoutTexts(member)]))
}
