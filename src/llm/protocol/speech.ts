import { isJsonObject, type JsonObject } from '../../json/json-value.ts'
import { given, numberOf, objectOf, textOf } from '../../json/members.ts'
import type { StreamEvent } from '../../stream/stream-event.ts'
import type { Media } from '../conversation.ts'
import { durationOf, mediaOf, mediumOf } from '../parts/media.ts'
import { textPart } from '../parts/part.ts'
import { readTokens } from '../parts/read-tokens.ts'
import type { AnswerReading, PlainContent, Protocol } from '../protocol.ts'

/** Speech of OpenAI: a text is spoken. */
export const speech = {
  name: 'openai-speech',
  operation: 'speech',
  path: /\/audio\/speech$/,
  isRequest,
  isAnswer: () => false,
  plain: {
    isAnswer: (content, request) =>
      content.kind === 'bytes' && mediumOf(content.type) === 'audio' && isRequest(request),
    readAnswer: readSound,
  },
  stream: { isEvent: (event) => /^speech\.audio\./.test(textOf(event, 'type') ?? ''), assemble },
  readRequest: (request) => ({
    ...given({ model: textOf(request, 'model') }),
    tools: [],
    messages: [
      { role: 'system' as const, parts: textPart(request.instructions) },
      { role: 'user' as const, parts: textPart(request.input) },
    ].filter(({ parts }) => parts.length > 0),
  }),
  readAnswer: (answer) => ({
    ...sound(given({ bytes: numberOf(answer, 'bytes'), duration: numberOf(answer, 'duration') })),
    ...given({ usage: readTokens(objectOf(answer, 'usage')) }),
  }),
} as const satisfies Protocol

function isRequest(request: JsonObject): boolean {
  return textOf(request, 'input') !== undefined && 'voice' in request
}

function readSound(content: PlainContent): AnswerReading {
  if (content.kind !== 'bytes') return sound({})
  const { type, length: bytes, duration } = content
  return sound({ type, bytes, ...given({ duration }) })
}

function sound(facts: Pick<Media, 'type' | 'bytes' | 'duration'>): AnswerReading {
  return { answers: [{ parts: [{ kind: 'media', medium: 'audio', ...facts }] }] }
}

/** Sums the sizes of the pieces, each of which is base64. */
function assemble(events: readonly StreamEvent[]): JsonObject {
  const pieces = events.map(({ json }) => json).filter(isJsonObject)
  const sounds = pieces.map((piece) => textOf(piece, 'audio') ?? '')
  const bytes = sounds.reduce((sum, sound) => sum + (mediaOf(sound, undefined).bytes ?? 0), 0)
  return { bytes, duration: durationOf(sounds[0], undefined, bytes), usage: pieces.at(-1)?.usage }
}
