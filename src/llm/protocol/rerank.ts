import { isJsonObject, type JsonObject } from '../../json/json-value.ts'
import { given, listOf, numberOf, objectOf, objectsOf, textOf } from '../../json/members.ts'
import type { Usage } from '../conversation.ts'
import { textPart } from '../parts/part.ts'
import type { Protocol } from '../protocol.ts'

/** Reranking of Cohere, Jina, Voyage and others: documents are ordered by their relevance for a query. */
export const rerank = {
  name: 'rerank',
  operation: 'rerank',
  path: /\/rerank$/,
  isRequest: (request) => textOf(request, 'query') !== undefined && Array.isArray(request.documents),
  isAnswer: (answer) => resultsOf(answer).some((result) => numberOf(result, 'relevance_score') !== undefined),
  readRequest: (request) => ({
    ...given({ model: textOf(request, 'model') }),
    tools: [],
    messages: [
      { role: 'system', parts: textPart(request.query) },
      { role: 'user', parts: listOf(request, 'documents').flatMap((document) => textPart(textIn(document))) },
    ],
  }),
  readAnswer: (answer) =>
    given({
      model: textOf(answer, 'model'),
      answers: [{ parts: resultsOf(answer).map((value) => ({ kind: 'other' as const, type: 'rerank', value })) }],
      usage: readUsage(objectOf(answer, 'usage')),
    }),
} as const satisfies Protocol

/** Voyage has another name for the list. */
function resultsOf(answer: JsonObject): JsonObject[] {
  return [...objectsOf(answer, 'results'), ...objectsOf(answer, 'data')]
}

function textIn(document: unknown): unknown {
  return isJsonObject(document) ? document.text : document
}

function readUsage(usage: JsonObject | undefined): Usage | undefined {
  const input = numberOf(usage, 'total_tokens')
  return input === undefined ? undefined : { input }
}
