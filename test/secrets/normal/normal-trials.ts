import type { CassetteOptions } from 'msw-cassette'
import {
  chatAnswer,
  chatDeltas,
  eventsAnswer,
  jsonAnswer,
  jsonRequest,
  messageDeltas,
  prompt,
  receives,
  sends,
} from '../places/carriers.ts'
import type { Step } from '../places/place.ts'
import { createRandom } from '../random.ts'
import { fillTemplate } from '../shapes/expand-template.ts'
import { normalExchanges } from './exchanges.ts'
import { normalJson } from './json-values.ts'
import { nearJson, nearTexts } from './near-misses.ts'
import { normalTexts } from './texts.ts'

/** Content without a credential in one place. */
export interface NormalTrial {
  readonly group: string
  readonly content: string
  readonly place: string
  readonly steps: readonly Step[]
  readonly options: CassetteOptions
}

const jsonCarriers: Readonly<Record<string, (value: unknown) => readonly Step[]>> = {
  'a request': (value) => sends(jsonRequest(value)),
  'a response': (value) => receives(jsonAnswer(value)),
  'an event': (value) => receives(eventsAnswer([value, '[DONE]'])),
  'the arguments of a tool': (value) =>
    sends(
      jsonRequest({
        messages: [{ role: 'assistant', tool_calls: [{ function: { arguments: JSON.stringify(value) } }] }],
      }),
    ),
  'a prompt': (value) => sends(prompt(`Explain this:\n\`\`\`json\n${JSON.stringify(value, undefined, 2)}\n\`\`\``)),
  'an answer in deltas': (value) => receives(chatDeltas(JSON.stringify(value, undefined, 2))),
}

const textCarriers: Readonly<Record<string, (text: string) => readonly Step[]>> = {
  'a prompt': (text) => sends(prompt(text)),
  'an answer': (text) => receives(chatAnswer(text)),
  'an answer in deltas': (text) => receives(chatDeltas(text)),
  'an answer in deltas of Anthropic': (text) => receives(messageDeltas(text)),
  'a plain response': (text) => receives({ headers: { 'content-type': 'text/plain' }, body: text }),
}

/**
 * All contents in all their places.
 *
 * @param variants how many random values each content has
 */
export function createNormalTrials(seed: number, variants: number): NormalTrial[] {
  return Array.from({ length: variants }, (_, variant) => variant).flatMap((variant) => {
    const fill = (template: string, content: string): string =>
      fillTemplate(template, createRandom(seed, content, String(variant)))
    return [
      ...combine('JSON', { ...normalJson, ...nearJson }, jsonCarriers, (value, content) =>
        JSON.parse(fill(JSON.stringify(value), content)),
      ),
      ...combine('texts', { ...normalTexts, ...nearTexts }, textCarriers, fill),
      ...Object.entries(normalExchanges).map(([content, create]): NormalTrial => {
        const random = createRandom(seed, content, String(variant))
        const { steps, options = {} } = create((template) => fillTemplate(template, random), random)
        return { group: 'addresses, forms, headers, XML and bytes', content, place: '(its own)', steps, options }
      }),
    ]
  })
}

function combine<T>(
  group: string,
  contents: Readonly<Record<string, T>>,
  carriers: Readonly<Record<string, (content: T) => readonly Step[]>>,
  fill: (value: T, content: string) => T,
): NormalTrial[] {
  return Object.entries(contents).flatMap(([content, value]) =>
    Object.entries(carriers).map(([place, carry]) => ({
      group,
      content,
      place,
      steps: carry(fill(value, content)),
      options: {},
    })),
  )
}
