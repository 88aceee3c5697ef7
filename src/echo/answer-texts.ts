import type { Interaction } from '../cassette.ts'
import { isJsonObject } from '../json/json-value.ts'
import { readAnswerEvents } from '../stream/read-answer-events.ts'

/**
 * The texts of an answer. Those of a stream are joined by their place in its events, so that a text is complete even if each event
 * contains only a piece of it.
 */
export function answerTexts(interaction: Interaction): readonly string[] {
  const texts = new Map<string, string>()
  for (const { json } of readAnswerEvents(interaction.response)) collect(json, '$', texts)
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
