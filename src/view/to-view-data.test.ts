import { expect, test } from 'vitest'
import { buildCassette, type Exchange } from '../../test/build-cassette.ts'
import { readConversation } from '../llm/read-conversation.ts'
import { createTextBudget } from './text-budget.ts'
import { toViewData } from './to-view-data.ts'
import type { Badge, ViewData, ViewInteraction } from './view-data.ts'

/** Prepares a cassette without badges. */
function view(exchanges: readonly Exchange[], options: { badges?: Badge[]; total?: number } = {}): Promise<ViewData> {
  const { badges = [], total } = options
  const interactions = buildCassette(...exchanges).interactions.map((interaction, index) => ({
    index,
    interaction,
    badges,
  }))
  return toViewData([{ path: 'a.yaml', interactions }], { readConversation, budget: createTextBudget(total) })
}

async function viewOne(exchange: Exchange, options?: { badges?: Badge[]; total?: number }): Promise<ViewInteraction> {
  const { cassettes } = await view([exchange], options)
  const [interaction] = cassettes[0]?.interactions ?? []
  if (!interaction) throw new Error('no interaction')
  return interaction
}

const message = (role: string, content: string) => ({ role, content })

function chat(messages: readonly object[], answer: string): Exchange {
  return {
    method: 'POST',
    url: 'https://api.openai.com/v1/chat/completions',
    request: JSON.stringify({ model: 'gpt-5-mini', messages }),
    response: JSON.stringify({
      object: 'chat.completion',
      model: 'gpt-5-mini',
      choices: [{ index: 0, message: message('assistant', answer), finish_reason: 'stop' }],
      usage: { prompt_tokens: 12, completion_tokens: 9 },
    }),
    type: 'application/json',
    duration: 412,
  }
}

function streamOf(...pieces: string[]): Exchange {
  const events = pieces.map((content) => {
    const choices = [{ index: 0, delta: { content } }]
    return `data: ${JSON.stringify({ object: 'chat.completion.chunk', model: 'm', choices })}\n\n`
  })
  return {
    ...chat([message('user', 'q')], ''),
    response: events.join(''),
    type: 'text/event-stream',
    duration: 50,
    chunks: events.map((event, index) => ({ size: Buffer.byteLength(event), time: 100 * index })),
  }
}

test('an interaction has the facts of its row, its conversation, its request and its response', async () => {
  const exchange = chat([message('user', 'Say  hi')], 'Olá!\nTudo bem?')
  expect(await viewOne(exchange, { badges: ['edited'] })).toEqual({
    index: 0,
    method: 'POST',
    url: 'https://api.openai.com/v1/chat/completions',
    host: 'api.openai.com',
    path: '/v1/chat/completions',
    status: 200,
    statusText: '',
    words: 'Olá! Tudo bem?',
    model: 'gpt-5-mini',
    duration: 412,
    tokens: 21,
    badges: ['edited'],
    conversation: {
      protocol: 'openai-chat',
      operation: 'chat',
      provider: 'openai',
      model: 'gpt-5-mini',
      tools: [],
      repeated: 0,
      messages: [{ role: 'user', parts: [{ kind: 'text', text: 'Say  hi' }] }],
      answers: [{ role: 'assistant', parts: [{ kind: 'text', text: 'Olá!\nTudo bem?' }], finishReason: 'stop' }],
      usage: { input: 12, output: 9 },
    },
    request: {
      headers: [],
      body: {
        type: 'application/json',
        bytes: exchange.request?.length,
        content: { text: exchange.request },
        notes: [],
      },
    },
    response: {
      headers: [['Content-Type', 'application/json']],
      body: {
        type: 'application/json',
        bytes: Buffer.byteLength(String(exchange.response)),
        content: { text: exchange.response },
        notes: [],
      },
    },
  })
})

test('messages that the interaction before it has are repeated, except the last one', async () => {
  const [one, two, three] = [message('user', '1'), message('assistant', '2'), message('user', '3')]
  const { cassettes } = await view([chat([one], '2'), chat([one, two, three], '4'), chat([one, two, three], '4')])
  expect(cassettes[0]?.interactions.map(({ conversation }) => conversation?.repeated)).toEqual([0, 1, 2])
})

test('each event of a stream has its time, its range in the text and the progress of the answer', async () => {
  const { response, stream } = await viewOne(streamOf('Olá', ' você', '!'))
  const text = response.body.content?.text ?? ''
  expect(
    stream?.events.map(
      ({ from, to }) => JSON.parse(text.slice(from, to).slice('data: '.length)).choices[0].delta.content,
    ),
  ).toEqual(['Olá', ' você', '!'])
  expect({ ...stream, events: stream?.events.map(({ time, progress }) => ({ time, progress })) }).toEqual({
    unit: 'event',
    omitted: 0,
    headers: 50,
    events: [
      { time: 50, progress: [[0, 3]] },
      { time: 150, progress: [[0, 8]] },
      { time: 250, progress: [[0, 9]] },
    ],
  })
})

test('a stream without times has events without times', async () => {
  const { chunks: _, duration: __, ...stream } = streamOf('a', 'b')
  expect((await viewOne(stream)).stream?.events.map(({ time }) => time)).toEqual([undefined, undefined])
})

test('a body in one piece is no stream, and one in chunks is', async () => {
  const chunks = [
    { size: 2, time: 0 },
    { size: 3, time: 7 },
  ]
  const body = { response: 'ab\n¤', type: 'text/plain', duration: 1 }
  expect((await viewOne(body)).stream).toBeUndefined()
  expect((await viewOne({ ...body, chunks })).stream).toEqual({
    unit: 'chunk',
    omitted: 0,
    headers: 1,
    events: [
      { time: 1, bytes: 2, from: 0, to: 2 },
      { time: 8, bytes: 3, from: 2, to: 4 },
    ],
  })
})

test.each([
  [{ status: 500 }, ['error']],
  [{ status: 0 }, ['error']],
  [{ status: 302 }, []],
  [{ response: '{"error":{"message":"no","type":"x"}}', type: 'application/json', status: 400 }, ['error']],
  [{ sample: 2 }, ['sample 2']],
  [{ status: 500, sample: 1 }, ['error', 'sample 1']],
])('%j has the badges %j', async (exchange, badges) => {
  expect((await viewOne(exchange)).badges).toEqual(badges)
})

test.each([
  ['https://user:pass@a.test:8080/b?c#d', { host: 'a.test:8080', path: '/b?c#d' }],
  ['https://a.test', { host: 'a.test', path: '/' }],
  ['javascript:alert(1)', { host: '', path: 'javascript:alert(1)' }],
  ['', { host: '', path: '' }],
])('the URL %j is split into %j', async (url, expected) => {
  expect(await viewOne({ url })).toMatchObject(expected)
})

const bytes = (...values: number[]): Uint8Array<ArrayBuffer> => new Uint8Array(values)

test.each([
  ['a text', 'Olá', 'text/plain', { type: 'text/plain', bytes: 4, content: { text: 'Olá' }, notes: [] }],
  ['no body', '', undefined, { type: '', bytes: 0, content: { text: '' }, notes: [] }],
  ['binary', bytes(0xff, 0, 1), 'audio/mpeg', { type: 'audio/mpeg', bytes: 3, head: 'ff0001', notes: [] }],
  ['text with NUL', 'a\0b', 'text/plain', { type: 'text/plain', bytes: 3, head: '610062', notes: [] }],
  [
    'invalid UTF-8',
    bytes(0x61, 0xff),
    'application/json',
    {
      type: 'application/json',
      bytes: 2,
      content: { text: 'a\uFFFD' },
      notes: ['It is not valid UTF-8: \uFFFD replaces invalid bytes.'],
    },
  ],
])('shows a body: %s', async (_, response, type, expected) => {
  const exchange = { response, ...(type === undefined ? {} : { type }) }
  expect((await viewOne(exchange)).response.body).toEqual(expected)
})

test('a body that can not be decompressed is shown as it is, with the reason', async () => {
  const response = bytes(0x1f, 0x8b, 8, 0, 1)
  const { body } = (await viewOne({ response, headers: [['Content-Encoding', 'gzip']] })).response
  expect(body).toMatchObject({
    bytes: 5,
    head: '1f8b080001',
    notes: [expect.stringMatching(/^It could not be decompressed: /)],
  })
})

test('long texts are cut, and later ones are left out when the page is full', async () => {
  const { cassettes } = await view([{ response: 'x'.repeat(300_000) }, { response: '12345😀' }], { total: 262_150 })
  expect(cassettes[0]?.interactions.map(({ response }) => response.body.content)).toEqual([
    { text: 'x'.repeat(262_144), omitted: 37_856 },
    { text: '12345', omitted: 2 },
  ])
})

test('a cassette that can not be read has its failure', async () => {
  const cassette = { path: 'b.yaml', failure: 'no', interactions: [] }
  expect(await toViewData([cassette], { readConversation, against: 'c.yaml' })).toEqual({
    cassettes: [cassette],
    against: 'c.yaml',
  })
})
