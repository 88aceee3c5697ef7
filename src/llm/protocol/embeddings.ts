import { fromBase64 } from '../../bytes/base64.ts'
import { isJsonObject, type JsonObject } from '../../json/json-value.ts'
import { given, memberOf, numberOf, objectOf, objectsOf, textOf } from '../../json/members.ts'
import type { Part, Usage } from '../conversation.ts'
import { textPart } from '../parts/part.ts'
import type { AnswerReading, Protocol, RequestReading } from '../protocol.ts'
import { modelInBedrockPath } from './bedrock-model.ts'

/** Embeddings of OpenAI, Gemini, Cohere, Ollama and Bedrock: all are lists of vectors under various names. */
export const embeddings = {
  name: 'embeddings',
  operation: 'embeddings',
  path: /\/embed(?:dings?)?$|:(?:batchE|e)mbedContents?$/,
  isRequest: (request) => textsOf(request).length > 0,
  isAnswer: (answer) => vectorsOf(answer).length > 0,
  readRequest,
  readAnswer,
} as const satisfies Protocol

function readRequest(request: JsonObject, path: string): RequestReading {
  return {
    ...given({ model: textOf(request, 'model') ?? modelInBedrockPath(path) }),
    tools: [],
    messages: [{ role: 'user', parts: textsOf(request).flatMap(textPart) }],
  }
}

/** The texts of a request. OpenAI accepts also numbers of tokens, which are no text. */
function textsOf(request: JsonObject): unknown[] {
  const contents = [
    objectOf(request, 'content'),
    ...objectsOf(request, 'requests').map((one) => objectOf(one, 'content')),
  ]
  return [
    ...['input', 'texts', 'inputText', 'prompt', 'inputs'].flatMap((name) => memberOf(request, name) ?? []),
    memberOf(objectOf(objectOf(request, 'singleEmbeddingParams'), 'text'), 'value'),
    ...contents.flatMap((content) => objectsOf(content, 'parts').map(({ text }) => text)),
    ...objectsOf(request, 'instances').map(({ content }) => content),
  ].filter((text) => typeof text === 'string')
}

/** The vectors of an answer: lists of numbers, or base64 of 32-bit numbers. */
function vectorsOf(answer: JsonObject): unknown[] {
  const { embedding, embeddings: several } = answer
  const byType = isJsonObject(several) ? Object.values(several).find(Array.isArray) : several
  const vectors = [
    embedding,
    ...(Array.isArray(byType) ? byType : []),
    ...objectsOf(answer, 'data').map((one) => one.embedding),
    ...objectsOf(answer, 'predictions').map((one) => one.embeddings),
  ]
  return vectors.map(unwrap).filter((vector) => dimensionsOf(vector) !== undefined)
}

function unwrap(vector: unknown): unknown {
  return isJsonObject(vector) ? (vector.values ?? vector.embedding) : vector
}

function dimensionsOf(vector: unknown): number | undefined {
  if (typeof vector === 'string') return base64Dimensions(vector)
  return Array.isArray(vector) && typeof vector[0] === 'number' ? vector.length : undefined
}

function base64Dimensions(vector: string): number | undefined {
  const bytes = fromBase64(vector)
  return bytes && bytes.length > 0 && bytes.length % 4 === 0 ? bytes.length / 4 : undefined
}

function readAnswer(answer: JsonObject): AnswerReading {
  const vectors = vectorsOf(answer)
  const part: Part = { kind: 'vectors', count: vectors.length, ...given({ dimensions: dimensionsOf(vectors[0]) }) }
  return given({ model: textOf(answer, 'model'), answers: [{ parts: [part] }], usage: readUsage(answer) })
}

function readUsage(answer: JsonObject): Usage | undefined {
  const usage = objectOf(answer, 'usage')
  const billed = objectOf(objectOf(answer, 'meta'), 'billed_units')
  const input =
    numberOf(usage, 'prompt_tokens') ??
    numberOf(usage, 'total_tokens') ??
    numberOf(billed, 'input_tokens') ??
    numberOf(answer, 'inputTextTokenCount') ??
    numberOf(answer, 'prompt_eval_count')
  return input === undefined ? undefined : given({ input, cost: numberOf(usage, 'cost') })
}
