import type { Interaction } from 'msw-cassette'
import { alteredRest } from './altered-rest.ts'
import { decompressBody } from './decompress.ts'
import type { Step } from './places/place.ts'

/**
 * Finds a body that parsed before it was saved and no longer parses, and JSON that lost more than the secret.
 *
 * @param length the length of the secret
 */
export function brokenBody(
  interactions: readonly Interaction[],
  steps: readonly Step[],
  length: number,
): string | undefined {
  if (interactions.length !== steps.length) return `${interactions.length} interactions for ${steps.length} requests`
  for (const [index, { request, answer }] of steps.entries()) {
    const saved = interactions[index] as Interaction
    const sent = typeof request === 'function' ? undefined : request.body
    if (parses(sent) === 'yes' && parses(saved.request.body) === 'no')
      return `request ${index}: ${toText(saved.request.body)}`
    const given = Array.isArray(answer?.body) ? answer.body.map((piece) => toText(piece)).join('') : answer?.body
    if (parses(given as string | Uint8Array) === 'yes' && parses(saved.response.body) === 'no')
      return `response ${index}: ${toText(saved.response.body)}`
    const altered = alteredJson(sent, saved.request.body, length) ?? alteredJson(given, saved.response.body, length)
    if (altered !== undefined) return altered
  }
  return undefined
}

function alteredJson(original: unknown, saved: Uint8Array, length: number): string | undefined {
  const text = toText(saved)
  if (typeof original !== 'string' || !isJson(original) || !isJson(text)) return undefined
  return alteredRest(JSON.parse(original), JSON.parse(text), length)
}

/** Whether a body is JSON, lines of JSON, or events whose data are JSON. */
function parses(body: string | Uint8Array | undefined): 'yes' | 'no' {
  const text = toText(body ?? '').replace(/^\ufeff/, '')
  if (isJson(text)) return 'yes'
  const lines = text.split(/\r?\n/).filter((line) => line !== '' && line !== 'data: [DONE]')
  return lines.length > 0 && lines.every((line) => isJson(line.replace(/^data: ?/, ''))) ? 'yes' : 'no'
}

function isJson(text: string): boolean {
  try {
    // Hexadecimal digits can look like a number.
    return typeof JSON.parse(text) === 'object'
  } catch {
    return false
  }
}

function toText(body: string | Uint8Array): string {
  return typeof body === 'string' ? body : (decompressBody(body) ?? Buffer.from(body)).toString('utf8')
}
