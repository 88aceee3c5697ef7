import { isJsonObject, type JsonObject } from '../../json/json-value.ts'
import { given, objectOf, textOf } from '../../json/members.ts'
import type { StreamEvent } from '../../stream/stream-event.ts'
import { appendText } from '../parts/append-text.ts'
import { readFormFile } from '../parts/form-file.ts'
import { textPart } from '../parts/part.ts'
import { readTokens } from '../parts/read-tokens.ts'
import type { Protocol } from '../protocol.ts'

/** Transcriptions and translations of OpenAI: a sound becomes text. */
export const transcription = {
  name: 'openai-transcription',
  operation: 'transcription',
  path: /\/audio\/(?:transcriptions|translations)$/,
  isRequest,
  isAnswer: (answer, request) => textOf(answer, 'text') !== undefined && isRequest(request),
  plain: {
    isAnswer: (content, request) => content.kind === 'text' && isRequest(request) && 'response_format' in request,
    readAnswer: (content) => ({ answers: [{ parts: content.kind === 'text' ? textPart(content.text.trim()) : [] }] }),
  },
  stream: { isEvent: (event) => /^transcript\.text\./.test(textOf(event, 'type') ?? ''), assemble },
  readRequest: (request) => {
    const file = objectOf(request, 'file')
    const parts = [...(file ? [readFormFile(file, 'audio')] : []), ...textPart(request.prompt)]
    return { ...given({ model: textOf(request, 'model') }), tools: [], messages: [{ role: 'user', parts }] }
  },
  readAnswer: (answer) =>
    given({ answers: [{ parts: textPart(answer.text) }], usage: readTokens(objectOf(answer, 'usage')) }),
} as const satisfies Protocol

/** A form with a file and a model. */
function isRequest(request: JsonObject): boolean {
  return isJsonObject(request.file) && textOf(request, 'model') !== undefined
}

/** The last event contains the whole text, except in a stream that was cut. */
function assemble(events: readonly StreamEvent[]): JsonObject {
  const answer: JsonObject = {}
  for (const { json: event } of events) {
    if (!isJsonObject(event)) continue
    if (event.type === 'transcript.text.delta') appendText(answer, 'text', event.delta)
    if (event.type === 'transcript.text.done') Object.assign(answer, { text: event.text, usage: event.usage })
  }
  return answer
}
