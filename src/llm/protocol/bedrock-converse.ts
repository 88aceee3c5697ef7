import type { JsonObject } from '../../json/json-value.ts'
import { given, numberOf, objectOf, objectsOf, textOf } from '../../json/members.ts'
import type { Message, Usage } from '../conversation.ts'
import { userRole } from '../parts/user-role.ts'
import type { AnswerReading, Protocol, RequestReading } from '../protocol.ts'
import { readBedrockBlock } from './bedrock-blocks.ts'
import { assembleConverse, toConverseEvent } from './bedrock-converse-stream.ts'
import { modelInBedrockPath } from './bedrock-model.ts'

/** Converse of Amazon Bedrock, and the models that have its shape with InvokeModel, such as Amazon Nova. */
export const bedrockConverse = {
  name: 'bedrock-converse',
  operation: 'chat',
  path: /\/model\/[^/]+\/(?:converse|invoke)/,
  isRequest: (request) =>
    objectsOf(request, 'messages').some((message) =>
      objectsOf(message, 'content').some(({ type }) => type === undefined),
    ),
  isAnswer: (answer) => Array.isArray(objectOf(objectOf(answer, 'output'), 'message')?.content),
  stream: {
    isEvent: (event) => 'contentBlockIndex' in toConverseEvent(event),
    assemble: assembleConverse,
  },
  readRequest,
  readAnswer,
} as const satisfies Protocol

function readRequest(request: JsonObject, path: string): RequestReading {
  const system = objectsOf(request, 'system').flatMap(readBedrockBlock)
  const messages = objectsOf(request, 'messages').map(readMessage)
  return {
    ...given({ model: modelInBedrockPath(path) }),
    tools: objectsOf(objectOf(request, 'toolConfig'), 'tools').map(toolName),
    messages: system.length === 0 ? messages : [{ role: 'system', parts: system }, ...messages],
  }
}

function readMessage(message: JsonObject): Message {
  const parts = objectsOf(message, 'content').flatMap(readBedrockBlock)
  return { role: message.role === 'assistant' ? 'assistant' : userRole(parts), parts }
}

/** A tool of AWS itself has only a name. */
function toolName(tool: JsonObject): string {
  const [details] = Object.values(tool)
  return textOf(details, 'name') ?? ''
}

function readAnswer(answer: JsonObject): AnswerReading {
  const message = objectOf(objectOf(answer, 'output'), 'message')
  return given({
    answers: [
      {
        parts: objectsOf(message, 'content').flatMap(readBedrockBlock),
        ...given({ finishReason: textOf(answer, 'stopReason') }),
      },
    ],
    usage: readUsage(objectOf(answer, 'usage')),
  })
}

/** `inputTokens` counts only the tokens that were neither read from a cache nor written to one. */
function readUsage(usage: JsonObject | undefined): Usage | undefined {
  if (!usage) return undefined
  const uncached = numberOf(usage, 'inputTokens')
  const cacheWriteInput = numberOf(usage, 'cacheWriteInputTokens') ?? numberOf(usage, 'cacheWriteInputTokenCount')
  const cachedInput = numberOf(usage, 'cacheReadInputTokens') ?? numberOf(usage, 'cacheReadInputTokenCount')
  return given({
    input: uncached === undefined ? undefined : uncached + (cacheWriteInput ?? 0) + (cachedInput ?? 0),
    cachedInput,
    cacheWriteInput,
    output: numberOf(usage, 'outputTokens'),
  })
}
