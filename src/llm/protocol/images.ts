import { isJsonObject, type JsonObject } from '../../json/json-value.ts'
import { given, memberOf, objectOf, objectsOf, textOf } from '../../json/members.ts'
import type { StreamEvent } from '../../stream/stream-event.ts'
import type { Part } from '../conversation.ts'
import { readFormFile } from '../parts/form-file.ts'
import { mediaAt, mediaOf } from '../parts/media.ts'
import { textPart } from '../parts/part.ts'
import { readTokens } from '../parts/read-tokens.ts'
import type { AnswerReading, Protocol, RequestReading } from '../protocol.ts'

/** Images of OpenAI, and of APIs that are compatible with them: generations, edits and variations. */
export const images = {
  name: 'openai-images',
  operation: 'image',
  path: /\/images\/(?:generations|edits|variations)$/,
  isRequest: (request) => textOf(request, 'prompt') !== undefined || 'image' in request,
  isAnswer: (answer) => objectsOf(answer, 'data').some((image) => 'b64_json' in image || typeof image.url === 'string'),
  stream: {
    isEvent: (event) => /^image_(?:generation|edit)\./.test(textOf(event, 'type') ?? ''),
    assemble,
  },
  readRequest,
  readAnswer,
} as const satisfies Protocol

function readRequest(request: JsonObject): RequestReading {
  const files = [memberOf(request, 'image'), memberOf(request, 'mask')].flat().filter(isJsonObject)
  const parts = [...files.map((file) => readFormFile(file, 'image')), ...textPart(request.prompt)]
  return { ...given({ model: textOf(request, 'model') }), tools: [], messages: [{ role: 'user', parts }] }
}

/** The last event of an image contains it; those before it contain only sketches. */
function assemble(events: readonly StreamEvent[]): JsonObject {
  const whole = events
    .map(({ json }) => json)
    .filter(isJsonObject)
    .filter((event) => textOf(event, 'type')?.endsWith('.completed'))
  return { ...whole.at(-1), data: whole }
}

function readAnswer(answer: JsonObject): AnswerReading {
  return given({
    model: textOf(answer, 'model'),
    answers: objectsOf(answer, 'data').map((image) => ({ parts: readImage(image, textOf(answer, 'output_format')) })),
    usage: readTokens(objectOf(answer, 'usage')),
  })
}

function readImage(image: JsonObject, format: string | undefined): Part[] {
  const { url, revised_prompt } = image
  const type = format && `image/${format}`
  const medium = typeof url === 'string' ? mediaAt(url, 'image') : mediaOf(textOf(image, 'b64_json'), type, 'image')
  return [medium, ...textPart(revised_prompt)]
}
