import { isJsonObject, type JsonObject } from '../../json/json-value.ts'
import { numberOf, objectOf, objectsOf } from '../../json/members.ts'
import type { StreamEvent } from '../../stream/stream-event.ts'
import { IndexedList } from '../parts/indexed-list.ts'

/** Joins the chunks of a stream into a response. Neighbouring pieces of text become one part. */
export function assembleGeminiResponse(events: readonly StreamEvent[]): JsonObject {
  const response: JsonObject = {}
  const candidates = new IndexedList<Candidate>(() => ({ parts: [] }))
  for (const { json: chunk } of events) {
    if (!isJsonObject(chunk)) continue
    for (const name of ['modelVersion', 'promptFeedback']) response[name] = chunk[name] ?? response[name]
    response.usageMetadata = { ...objectOf(response, 'usageMetadata'), ...objectOf(chunk, 'usageMetadata') }
    for (const piece of objectsOf(chunk, 'candidates')) addPiece(candidates.at(numberOf(piece, 'index') ?? 0), piece)
  }
  return { ...response, candidates: candidates.toList().map(toCandidate) }
}

interface Candidate {
  readonly parts: JsonObject[]
  finishReason?: unknown
}

function addPiece(candidate: Candidate, piece: JsonObject): void {
  candidate.finishReason = piece.finishReason ?? candidate.finishReason
  for (const part of objectsOf(objectOf(piece, 'content'), 'parts')) addPart(candidate.parts, part)
}

function addPart(parts: JsonObject[], part: JsonObject): void {
  const last = parts.at(-1)
  if (typeof part.text === 'string' && typeof last?.text === 'string' && last.thought === part.thought)
    last.text += part.text
  else parts.push({ ...part })
}

function toCandidate({ parts, finishReason }: Candidate): JsonObject {
  return { content: { parts }, finishReason }
}
