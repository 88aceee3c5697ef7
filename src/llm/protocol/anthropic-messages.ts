import type { JsonObject } from '../../json/json-value.ts'
import { given, numberOf, objectOf, objectsOf, textOf } from '../../json/members.ts'
import type { Message, Usage } from '../conversation.ts'
import { partsOf } from '../parts/part.ts'
import { userRole } from '../parts/user-role.ts'
import type { AnswerReading, Protocol, RequestReading } from '../protocol.ts'
import { readBlock } from './anthropic-blocks.ts'
import { assembleMessage } from './anthropic-stream.ts'
import { modelInBedrockPath } from './bedrock-model.ts'

/** Messages of Anthropic, also through Bedrock and Vertex AI. */
export const anthropicMessages = {
  name: 'anthropic-messages',
  operation: 'chat',
  path: /\/messages$|\/model\/[^/]+\/invoke|:(?:streamR|r)awPredict$/,
  isRequest: (request) =>
    Array.isArray(request.messages) &&
    'max_tokens' in request &&
    ('model' in request || 'anthropic_version' in request),
  isAnswer: (answer) => answer.type === 'message' && answer.role === 'assistant' && Array.isArray(answer.content),
  stream: {
    isEvent: (event) => event.type === 'message_start' || (event.type === 'content_block_delta' && 'delta' in event),
    assemble: assembleMessage,
  },
  readRequest,
  readAnswer,
} as const satisfies Protocol

function readRequest(request: JsonObject, path: string): RequestReading {
  const system = partsOf(request.system, readBlock)
  const messages = objectsOf(request, 'messages').map(readMessage)
  return {
    ...given({ model: textOf(request, 'model') ?? modelInBedrockPath(path) }),
    tools: objectsOf(request, 'tools').map((tool) => textOf(tool, 'name') ?? textOf(tool, 'type') ?? ''),
    messages: system.length === 0 ? messages : [{ role: 'system', parts: system }, ...messages],
  }
}

function readMessage({ role, content }: JsonObject): Message {
  const parts = partsOf(content, readBlock)
  return { role: role === 'assistant' || role === 'system' ? role : userRole(parts), parts }
}

function readAnswer(answer: JsonObject): AnswerReading {
  return given({
    model: textOf(answer, 'model'),
    answers: [{ parts: partsOf(answer.content, readBlock), ...given({ finishReason: textOf(answer, 'stop_reason') }) }],
    usage: readUsage(objectOf(answer, 'usage')),
  })
}

/** `input_tokens` counts only the tokens that were neither read from a cache nor written to one. */
function readUsage(usage: JsonObject | undefined): Usage | undefined {
  if (!usage) return undefined
  const uncached = numberOf(usage, 'input_tokens')
  const cacheWriteInput = numberOf(usage, 'cache_creation_input_tokens')
  const cachedInput = numberOf(usage, 'cache_read_input_tokens')
  return given({
    input: uncached === undefined ? undefined : uncached + (cacheWriteInput ?? 0) + (cachedInput ?? 0),
    cachedInput,
    cacheWriteInput,
    output: numberOf(usage, 'output_tokens'),
    cost: numberOf(usage, 'cost'),
  })
}
