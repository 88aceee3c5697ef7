import { decodePercent } from '../../body/url-encoded.ts'
import type { JsonObject } from '../../json/json-value.ts'
import { given, numberOf, objectOf, objectsOf, textOf } from '../../json/members.ts'
import type { ConversationAnswer, Message, Usage } from '../conversation.ts'
import { userRole } from '../parts/user-role.ts'
import type { AnswerReading, Protocol, RequestReading } from '../protocol.ts'
import { readGeminiPart } from './gemini-parts.ts'
import { assembleGeminiResponse } from './gemini-stream.ts'

/** Content generation of Gemini, also through Vertex AI. */
export const gemini = {
  name: 'gemini',
  operation: 'chat',
  path: /:(?:generateContent|streamGenerateContent)$/,
  isRequest: (request) => Array.isArray(request.contents),
  isAnswer: isGeminiResponse,
  stream: { isEvent: isGeminiResponse, assemble: assembleGeminiResponse },
  readRequest,
  readAnswer,
} as const satisfies Protocol

function isGeminiResponse(answer: JsonObject): boolean {
  return (
    objectsOf(answer, 'candidates').length > 0 ||
    textOf(objectOf(answer, 'promptFeedback'), 'blockReason') !== undefined ||
    objectOf(answer, 'usageMetadata')?.promptTokenCount !== undefined
  )
}

function readRequest(request: JsonObject, path: string): RequestReading {
  const instruction = objectOf(request, 'systemInstruction') ?? objectOf(request, 'system_instruction')
  const messages = objectsOf(request, 'contents').map(readContent)
  return {
    ...given({ model: textOf(request, 'model') ?? modelIn(path) }),
    tools: objectsOf(request, 'tools').flatMap(toolNames),
    messages: instruction ? [{ ...readContent(instruction), role: 'system' }, ...messages] : messages,
  }
}

/** Such as `/v1beta/models/gemini-2.5-flash:generateContent`. */
function modelIn(path: string): string | undefined {
  const [, model] = /\/(?:models|tunedModels)\/([^/:]+)/.exec(path) ?? []
  return model && decodePercent(model)
}

function readContent(content: JsonObject): Message {
  const parts = objectsOf(content, 'parts').flatMap(readGeminiPart)
  return { role: content.role === 'model' ? 'assistant' : userRole(parts), parts }
}

/** A tool of Google itself is a member without declarations, such as `googleSearch`. */
function toolNames(tool: JsonObject): string[] {
  return Object.entries(tool).flatMap(([name, value]) =>
    /^function_?declarations$/i.test(name) && Array.isArray(value)
      ? value.map((declaration) => textOf(declaration, 'name') ?? '')
      : [name],
  )
}

function readAnswer(response: JsonObject): AnswerReading {
  const candidates = objectsOf(response, 'candidates').map(readCandidate)
  const blocked = textOf(objectOf(response, 'promptFeedback'), 'blockReason')
  return given({
    model: textOf(response, 'modelVersion'),
    answers: candidates.length === 0 && blocked !== undefined ? [{ parts: [], finishReason: blocked }] : candidates,
    usage: readUsage(objectOf(response, 'usageMetadata')),
  })
}

function readCandidate(candidate: JsonObject): ConversationAnswer {
  return {
    parts: objectsOf(objectOf(candidate, 'content'), 'parts').flatMap(readGeminiPart),
    ...given({ finishReason: textOf(candidate, 'finishReason') }),
  }
}

/** The counts of thoughts and of the results of Google's own tools are not part of the others. */
function readUsage(usage: JsonObject | undefined): Usage | undefined {
  if (!usage) return undefined
  const reasoning = numberOf(usage, 'thoughtsTokenCount')
  return given({
    input: sum(numberOf(usage, 'promptTokenCount'), numberOf(usage, 'toolUsePromptTokenCount')),
    cachedInput: numberOf(usage, 'cachedContentTokenCount'),
    output: sum(numberOf(usage, 'candidatesTokenCount') ?? numberOf(usage, 'responseTokenCount'), reasoning),
    reasoning,
  })
}

function sum(a: number | undefined, b: number | undefined): number | undefined {
  return a === undefined && b === undefined ? undefined : (a ?? 0) + (b ?? 0)
}
