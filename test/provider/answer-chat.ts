import { setTimeout } from 'node:timers/promises'
import type { Exchange } from './exchange.ts'

interface Message {
  readonly role: string
  readonly content: string
}

const USAGE = { prompt_tokens: 12, completion_tokens: 7, total_tokens: 19 }

/** The answers to the questions of the examples. */
const ANSWERS: readonly [question: RegExp, answer: string][] = [
  [/hi in Portuguese/, 'Olá!'],
  [/hi in Spanish/, '¡Hola!'],
  [/warm .* Lisbon/, 'It is 21 °C.'],
  [/warm .* Porto/, 'It is 18 °C.'],
  [/^21 °C$/, 'Take a T-shirt: Lisbon has 21 °C.'],
]

/** A model does not always give the same answer. The last one is repeated. */
const SAMPLES = ['bad', 'bad', 'bad', 'It is bad.', 'bad']

/** Answers a chat completion, as one object or as a stream. A question to a busy server first gets a 429. */
export async function answerChat({ response, body, url, earlier }: Exchange): Promise<void> {
  const { messages, tools, stream, model } = JSON.parse(body)
  const last: Message = messages.at(-1)
  const repeated = earlier.includes(`POST ${url}`)
  if (/busy/.test(last.content) && !repeated) {
    response.writeHead(429, { 'content-type': 'application/json', 'retry-after': '1' })
    return void response.end(JSON.stringify({ error: { message: 'Rate limit reached', type: 'requests' } }))
  }
  const sample = /broke on the first day/.test(last.content) ? (SAMPLES[earlier.length] ?? 'bad') : undefined
  const [, content = sample ?? `You said: ${last.content}`] =
    ANSWERS.find(([question]) => question.test(last.content)) ?? []
  const common = { id: 'chatcmpl-1', created: 1_763_000_000, model }
  if (stream) return streamWords(response, content, { ...common, object: 'chat.completion.chunk' })
  const call = { id: 'call_1', type: 'function', function: { name: 'get_weather', arguments: '{"city":"Lisbon"}' } }
  const choice =
    tools && last.role === 'user'
      ? { message: { role: 'assistant', content: null, tool_calls: [call] }, finish_reason: 'tool_calls' }
      : { message: { role: 'assistant', content }, finish_reason: 'stop' }
  response.setHeader('content-type', 'application/json')
  response.end(
    JSON.stringify({ ...common, object: 'chat.completion', choices: [{ index: 0, ...choice }], usage: USAGE }),
  )
}

async function streamWords(response: Exchange['response'], content: string, common: object): Promise<void> {
  response.setHeader('content-type', 'text/event-stream')
  const send = (choices: object[], rest: object = {}): void =>
    void response.write(`data: ${JSON.stringify({ ...common, choices, ...rest })}\n\n`)
  for (const word of content.match(/\S+\s*/g) ?? []) {
    send([{ index: 0, delta: { content: word }, finish_reason: null }])
    await setTimeout(10)
  }
  send([{ index: 0, delta: {}, finish_reason: 'stop' }])
  send([], { usage: USAGE })
  response.end('data: [DONE]\n\n')
}
