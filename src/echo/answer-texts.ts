import { sniffContentType } from '../body/content-type.ts'
import { findHeader, type Interaction } from '../cassette.ts'
import { isJsonObject } from '../json/json-value.ts'
import { findFrameEnds, framingOf } from '../stream/frames.ts'
import { readStreamEvent } from '../stream/stream-event.ts'

/**
 * The texts of an answer. Those of a stream are joined by their place in its events, so that a text is complete even if each event
 * contains only a piece of it.
 */
export function answerTexts(interaction: Interaction): readonly string[] {
  const { headers, body } = interaction.response
  const type = findHeader(headers, 'content-type')
  const framing = framingOf(type?.includes('/') ? type : (sniffContentType(body) ?? ''), body)
  const ends = findFrameEnds(body, framing)
  const texts = new Map<string, string>()
  for (const [index, end] of ends.entries())
    collect(readStreamEvent(body.subarray(ends[index - 1] ?? 0, end), framing)?.json, '$', texts)
  return [...texts.values()]
}

/** Tells whether a text occurs verbatim in one of the texts of an answer, or inside the JSON that one of them contains. */
export function occursIn(texts: readonly string[], text: string): boolean {
  const escaped = JSON.stringify(text).slice(1, -1)
  return texts.some((each) => each.includes(text) || each.includes(escaped))
}

function collect(value: unknown, path: string, texts: Map<string, string>): void {
  if (typeof value === 'string') texts.set(path, (texts.get(path) ?? '') + value)
  else if (Array.isArray(value)) for (const [index, item] of value.entries()) collect(item, `${path}[${index}]`, texts)
  else if (isJsonObject(value))
    for (const [name, member] of Object.entries(value)) collect(member, `${path}.${name}`, texts)
}
