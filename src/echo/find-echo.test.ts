import { expect, test } from 'vitest'
import { buildCassette } from '../../test/build-cassette.ts'
import type { Interaction } from '../cassette.ts'
import { createRequestMatcher } from '../matcher/request-matcher.ts'
import { findEcho } from './find-echo.ts'

/** The words of a model that come back in the next request: a text, the id of a call, and its argument. */
interface Said {
  readonly text: string
  readonly id: string
  readonly city: string
}

/** How an API sends a conversation. */
interface Api {
  /** The body of a request; with `said`, the one after the model's answer. */
  toRequest(prompt: string, after?: { readonly said: Said; readonly result: string }): object
  /** The answer, with its content type. */
  toAnswer(said: Said): readonly [type: string, body: string]
}

const events = (...list: object[]): readonly [string, string] => [
  'text/event-stream',
  list.map((event) => `data: ${JSON.stringify(event)}\n\n`).join(''),
]

const anthropic: Api = {
  toRequest: (prompt, after) => ({
    model: 'm',
    system: 'Be brief.',
    messages: [
      { role: 'user', content: prompt },
      ...(after
        ? [
            {
              role: 'assistant',
              content: [
                { type: 'text', text: after.said.text },
                { type: 'tool_use', id: after.said.id, name: 'weather', input: { city: after.said.city } },
              ],
            },
            {
              role: 'user',
              content: [{ type: 'tool_result', tool_use_id: after.said.id, content: after.result }],
            },
          ]
        : []),
    ],
  }),
  toAnswer: ({ text, id, city }) =>
    events(
      { type: 'content_block_delta', index: 0, delta: { type: 'text_delta', text: text.slice(0, 3) } },
      { type: 'content_block_delta', index: 0, delta: { type: 'text_delta', text: text.slice(3) } },
      { type: 'content_block_start', index: 1, content_block: { type: 'tool_use', id, name: 'weather', input: {} } },
      { type: 'content_block_delta', index: 1, delta: { type: 'input_json_delta', partial_json: '{"city":"' } },
      { type: 'content_block_delta', index: 1, delta: { type: 'input_json_delta', partial_json: `${city}"}` } },
    ),
}

const responses: Api = {
  toRequest: (prompt, after) => ({
    model: 'm',
    instructions: 'Be brief.',
    input: [
      { role: 'user', content: prompt },
      ...(after
        ? [
            { type: 'message', role: 'assistant', content: [{ type: 'output_text', text: after.said.text }] },
            {
              type: 'function_call',
              call_id: after.said.id,
              name: 'weather',
              arguments: `{"city":"${after.said.city}"}`,
            },
            { type: 'function_call_output', call_id: after.said.id, output: after.result },
          ]
        : []),
    ],
  }),
  toAnswer: ({ text, id, city }) =>
    events(
      { type: 'response.output_text.delta', delta: text },
      { type: 'response.output_text.done', text },
      {
        type: 'response.output_item.done',
        item: { type: 'function_call', call_id: id, name: 'weather', arguments: `{"city":"${city}"}` },
      },
    ),
}

const gemini: Api = {
  toRequest: (prompt, after) => ({
    systemInstruction: { parts: [{ text: 'Be brief.' }] },
    contents: [
      { role: 'user', parts: [{ text: prompt }] },
      ...(after
        ? [
            {
              role: 'model',
              parts: [
                { text: after.said.text },
                { functionCall: { name: 'weather', args: { city: after.said.city } }, thoughtSignature: after.said.id },
              ],
            },
            { role: 'user', parts: [{ functionResponse: { name: 'weather', response: { result: after.result } } }] },
          ]
        : []),
    ],
  }),
  toAnswer: ({ text, id, city }) => {
    const parts = [{ text }, { functionCall: { name: 'weather', args: { city } }, thoughtSignature: id }]
    return ['application/json', JSON.stringify({ candidates: [{ content: { role: 'model', parts } }] })]
  },
}

const chat: Api = {
  toRequest: (prompt, after) => ({
    model: 'm',
    messages: [
      { role: 'user', content: prompt },
      ...(after
        ? [
            {
              role: 'assistant',
              content: after.said.text,
              tool_calls: [
                {
                  id: after.said.id,
                  type: 'function',
                  function: { name: 'weather', arguments: `{"city":"${after.said.city}"}` },
                },
              ],
            },
            { role: 'tool', tool_call_id: after.said.id, content: after.result },
          ]
        : []),
    ],
  }),
  toAnswer: ({ text, id, city }) => {
    const call = { id, type: 'function', function: { name: 'weather', arguments: `{"city":"${city}"}` } }
    return ['application/json', JSON.stringify({ choices: [{ message: { content: text, tool_calls: [call] } }] })]
  },
}

const APIS: readonly [name: string, api: Api][] = [
  ['chat completions', chat],
  ['Anthropic', anthropic],
  ['Responses', responses],
  ['Gemini', gemini],
]

const matcher = createRequestMatcher()

function toInteraction(api: Api, request: object, said: Said, day: number): Interaction {
  const [type, response] = api.toAnswer(said)
  const exchange = { method: 'POST', request: JSON.stringify(request), type, response }
  const [interaction] = buildCassette(exchange).interactions
  return { ...(interaction as Interaction), recordedAt: new Date(Date.UTC(2026, 0, day)) }
}

const WAS: Said = { text: 'I look it up.', id: 'call_1', city: 'Lisboa' }
const IS: Said = { text: 'Let me see.', id: 'call_2', city: 'Lisbon' }
const RESULT = '21 °C'

/**
 * A cassette with two turns. This session has recorded the first one again with another prompt; then comes a request.
 *
 * @returns the index of the interaction that it echoes
 */
function findAfterHeal(api: Api, request: object): number | undefined {
  const interactions = [
    toInteraction(api, api.toRequest('Weather?'), WAS, 1),
    toInteraction(api, api.toRequest('Weather?', { said: WAS, result: RESULT }), WAS, 1),
  ]
  const healed = toInteraction(api, api.toRequest('The weather, please.'), IS, 2)
  const received = toInteraction(api, request, IS, 3).request
  const answered = [{ request: healed.request, answer: healed, index: 0 }]
  return findEcho(received, { interactions, answered, candidates: [1], matcher })
}

test.each(APIS)('%s: a request that repeats a newer answer echoes the recorded one', (_, api) => {
  expect(findAfterHeal(api, api.toRequest('The weather, please.', { said: IS, result: RESULT }))).toBe(1)
})

test.each(APIS)('%s: another result of a tool is no echo, even if the answer contains it', (_, api) => {
  for (const result of ['22 °C', IS.text])
    expect(findAfterHeal(api, api.toRequest('The weather, please.', { said: IS, result }))).toBeUndefined()
})

test.each(APIS)('%s: words that the answer did not say are no echo', (_, api) => {
  for (const other of [{ text: 'Something else.' }, { id: 'call_3' }, { city: 'Porto' }]) {
    const after = { said: { ...IS, ...other }, result: RESULT }
    expect(findAfterHeal(api, api.toRequest('The weather, please.', after))).toBeUndefined()
  }
})

test.each(APIS)('%s: a request that continues no turn of this session is no echo', (_, api) => {
  expect(findAfterHeal(api, api.toRequest('Something else?', { said: IS, result: RESULT }))).toBeUndefined()
  expect(findAfterHeal(api, api.toRequest('The weather, please.'))).toBeUndefined()
  expect(findAfterHeal(api, { text: 'no conversation' })).toBeUndefined()
})

test.each(APIS)('%s: another model, other tools and other instructions are no echo', (_, api) => {
  const request = api.toRequest('The weather, please.', { said: IS, result: RESULT })
  for (const other of [{ model: 'n' }, { tools: [] }])
    expect(findAfterHeal(api, { ...request, ...other })).toBeUndefined()
  const instructions = { system: 'Be verbose.', instructions: 'Be verbose.', systemInstruction: { parts: [] } }
  expect(findAfterHeal(api, { ...request, ...instructions })).toBeUndefined()
})
