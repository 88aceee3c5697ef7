import { cut, eventsAnswer, jsonAnswer, jsonRequest, prompt, receives } from './carriers.ts'
import type { Answer, Place, PlaceInput } from './place.ts'
import { spellings } from './spellings.ts'

type Wrap = (piece: string, index: number) => unknown

/** Streams of models: each event has a piece of the text. */
const streams: Readonly<Record<string, Wrap>> = {
  'deltas of OpenAI': (content) => ({ choices: [{ index: 0, delta: { content } }] }),
  'deltas of OpenAI’s responses': (delta, index) => ({
    type: 'response.output_text.delta',
    item_id: 'msg_7',
    output_index: 0,
    sequence_number: index,
    delta,
  }),
  'deltas of Anthropic': (text) => ({ type: 'content_block_delta', index: 0, delta: { type: 'text_delta', text } }),
  'deltas of Anthropic’s thinking': (thinking) => ({
    type: 'content_block_delta',
    index: 0,
    delta: { type: 'thinking_delta', thinking },
  }),
  'deltas of Gemini': (text) => ({ candidates: [{ content: { parts: [{ text }], role: 'model' }, index: 0 }] }),
  'deltas of Cohere': (text) => ({ type: 'content-delta', delta: { message: { content: { text } } } }),
  'deltas of completions': (text) => ({ choices: [{ index: 0, text, logprobs: null }] }),
  'deltas of a reasoning': (reasoning_content) => ({ choices: [{ index: 0, delta: { reasoning_content } }] }),
}

/** Streams of the arguments of tools: together the pieces are JSON. */
const argumentStreams: Readonly<Record<string, Wrap>> = {
  'arguments of a tool of OpenAI': (piece) => ({
    choices: [{ index: 0, delta: { tool_calls: [{ index: 0, function: { arguments: piece } }] } }],
  }),
  'arguments of a tool of OpenAI’s responses': (delta) => ({
    type: 'response.function_call_arguments.delta',
    item_id: 'fc_7',
    delta,
  }),
  'arguments of a tool of Anthropic': (partial_json) => ({
    type: 'content_block_delta',
    index: 1,
    delta: { type: 'input_json_delta', partial_json },
  }),
}

const bearer = (secret: string): Record<string, string> => ({ authorization: `Bearer ${secret}` })
const sentence = (secret: string): string => `Sure. The value is ${secret}, as you can see.`

/** Secrets that are spread over several events or chunks. */
export const streamPlaces: readonly Place[] = [
  ...Object.entries(streams).flatMap(([title, wrap], index): Place[] => [
    // Other lengths of pieces cut the secret at other positions.
    bare(`a sentence in ${title}`, ({ secret }) => deltas(sentence(secret), wrap, 3 + index)),
    {
      name: `the key of the request in ${title}`,
      reach: 'repeated',
      fits: 'line',
      steps: ({ secret }) => [
        {
          request: { ...prompt('hi'), headers: { ...bearer(secret), 'content-type': 'application/json' } },
          answer: deltas(sentence(secret), wrap, 4 + index),
        },
      ],
    },
  ]),
  ...Object.entries(argumentStreams).map(
    ([title, wrap], index): Place => ({
      name: `a member in ${title}`,
      reach: 'value',
      steps: ({ name, secret }) => {
        const text = JSON.stringify({ host: 'db', [name.snake]: secret, retries: 3 })
        return receives(deltas(text, wrap, 4 + index))
      },
    }),
  ),
  bare('a sentence in deltas and at their end', ({ secret }) => {
    const text = sentence(secret)
    const pieces = cut(text, 6).map((delta) => ({ type: 'response.output_text.delta', item_id: 'msg_7', delta }))
    return eventsAnswer([...pieces, { type: 'response.output_text.done', item_id: 'msg_7', text }])
  }),
  bare('a sentence in deltas of one character', ({ secret }) =>
    deltas(sentence(secret), (content) => ({ choices: [{ index: 0, delta: { content } }] }), 1),
  ),
  bare('a sentence in deltas of two choices', ({ secret }) =>
    eventsAnswer(
      cut(sentence(secret), 7).flatMap((content) => [
        { choices: [{ index: 0, delta: { content } }] },
        { choices: [{ index: 1, delta: { content: 'other ' } }] },
      ]),
    ),
  ),
  bare('a plain text in chunks', ({ secret }) => ({
    headers: { 'content-type': 'text/plain' },
    body: cut(sentence(secret), 7),
  })),
  bare('events with plain data', ({ secret }) => ({
    headers: { 'content-type': 'text/event-stream' },
    body: cut(sentence(secret), 7).map((piece) => `data: ${piece}\n\n`),
  })),
  bare('lines of a kind and a string', ({ secret }) => ({
    headers: { 'content-type': 'text/plain' },
    body: [...cut(sentence(secret), 7).map((piece) => `0:${JSON.stringify(piece)}\n`), 'd:{"finishReason":"stop"}\n'],
  })),
  bare('a list of pieces of Gemini', ({ secret }) =>
    jsonAnswer(cut(sentence(secret), 7).map((text) => ({ candidates: [{ content: { parts: [{ text }] } }] }))),
  ),
  bare('events in chunks that cut them', ({ secret }) => ({
    headers: { 'content-type': 'text/event-stream' },
    body: cut(`data: ${JSON.stringify({ text: sentence(secret) })}\n\ndata: [DONE]\n\n`, 11),
  })),
  bare('deltas that count their bytes in base64', ({ secret }) =>
    deltas(sentence(secret), (piece) => ({ chunk: { bytes: Buffer.from(piece).toString('base64') } }), 300),
  ),
  bare('JSON in the data of an event in JSON', ({ secret }) =>
    eventsAnswer([JSON.stringify({ event: JSON.stringify({ text: sentence(secret) }) })]),
  ),
  {
    name: 'a hidden key of the request in deltas of hexadecimal digits',
    reach: 'repeated',
    fits: 'line',
    steps: ({ secret }) => [
      {
        request: jsonRequest({ input: 'hi' }, bearer(secret)),
        answer: deltas(Buffer.from(secret).toString('hex'), (text) => ({ delta: { text } }), 6),
      },
    ],
  },
  ...Object.entries({
    'escapes of URLs': encodeURIComponent,
    'escaped slashes': (text: string) => text.replaceAll('/', '\\/'),
  }).map(
    ([title, escapeText]): Place => ({
      name: `the key of the request in deltas with ${title}`,
      reach: 'repeated',
      fits: 'line',
      steps: ({ secret }) => [
        {
          request: jsonRequest({ input: 'hi' }, bearer(secret)),
          answer: deltas(`It is ${escapeText(secret)} now.`, (text) => ({ delta: { text } }), 7),
        },
      ],
    }),
  ),
  ...Object.entries(spellings).map(
    ([title, spell]): Place => ({
      name: `the key of the request ${title}`,
      reach: 'repeated',
      fits: 'line',
      steps: ({ secret }) => [{ request: jsonRequest({ input: 'hi' }, bearer(secret)), answer: spell(secret) }],
    }),
  ),
]

function deltas(text: string, wrap: Wrap, length: number): Answer {
  return eventsAnswer([...cut(text, length).map(wrap), '[DONE]'])
}

function bare(name: string, answer: (input: PlaceInput) => Answer): Place {
  return { name, reach: 'bare', steps: (input) => receives(answer(input)) }
}
