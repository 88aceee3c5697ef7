import type { JsonObject } from '../../json/json-value.ts'
import { given, listOf, numberOf, objectOf, objectsOf, textOf } from '../../json/members.ts'
import type { Message, ProviderError, Usage } from '../conversation.ts'
import { textPart } from '../parts/part.ts'
import { toolName } from '../parts/tool-name.ts'
import type { AnswerReading, Protocol, RequestReading } from '../protocol.ts'
import { readItem, readItemParts } from './openai-responses-items.ts'
import { assembleResponse } from './openai-responses-stream.ts'

/** Responses of OpenAI. */
export const openaiResponses = {
  name: 'openai-responses',
  operation: 'chat',
  path: /\/responses$/,
  isRequest: ({ input }) => typeof input === 'string' || (Array.isArray(input) && input.some(isItem)),
  isAnswer: ({ object, output }) => Array.isArray(output) && (object === 'response' || output.some(isOutputMessage)),
  stream: {
    isEvent: (event) =>
      textOf(event, 'type')?.startsWith('response.') === true &&
      (objectOf(event, 'response') !== undefined || numberOf(event, 'output_index') !== undefined),
    assemble: assembleResponse,
  },
  readRequest,
  readAnswer,
} as const satisfies Protocol

function isOutputMessage(item: unknown): boolean {
  return textOf(item, 'type') === 'message' && listOf(item, 'content').length > 0
}

function isItem(item: unknown): boolean {
  return textOf(item, 'role') !== undefined || textOf(item, 'type') !== undefined
}

function readRequest(request: JsonObject): RequestReading {
  const { instructions, input } = request
  const messages: Message[] =
    typeof input === 'string' ? [{ role: 'user', parts: textPart(input) }] : objectsOf(request, 'input').map(readItem)
  const system = textPart(instructions)
  return {
    ...given({ model: textOf(request, 'model') }),
    tools: objectsOf(request, 'tools').map(toolName),
    messages: system.length === 0 ? messages : [{ role: 'system', parts: system }, ...messages],
  }
}

function readAnswer(response: JsonObject): AnswerReading {
  const parts = objectsOf(response, 'output').flatMap(readItemParts)
  const finishReason = textOf(objectOf(response, 'incomplete_details'), 'reason') ?? textOf(response, 'status')
  const error = readFailure(response)
  return given({
    model: textOf(response, 'model'),
    answers: error && parts.length === 0 ? [] : [{ parts, ...given({ finishReason: finishReasonOf(finishReason) }) }],
    usage: readUsage(objectOf(response, 'usage')),
    error,
  })
}

/** The status of a stream that was cut is that of its first event. */
function finishReasonOf(status: string | undefined): string | undefined {
  return status === 'in_progress' || status === 'queued' ? undefined : status
}

function readFailure(response: JsonObject): ProviderError | undefined {
  const error = objectOf(response, 'error')
  return (
    error && given({ type: textOf(error, 'code') ?? textOf(error, 'type'), message: textOf(error, 'message') ?? '' })
  )
}

function readUsage(usage: JsonObject | undefined): Usage | undefined {
  return (
    usage &&
    given({
      input: numberOf(usage, 'input_tokens'),
      cachedInput: numberOf(objectOf(usage, 'input_tokens_details'), 'cached_tokens'),
      output: numberOf(usage, 'output_tokens'),
      reasoning: numberOf(objectOf(usage, 'output_tokens_details'), 'reasoning_tokens'),
      cost: numberOf(usage, 'cost'),
    })
  )
}
