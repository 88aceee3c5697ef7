import OpenAI from 'openai'
import { OpenAIRealtimeWebSocket } from 'openai/realtime/websocket'
import { OpenAIRealtimeWS } from 'openai/realtime/ws'
import type { RealtimeClientEvent, RealtimeServerEvent } from 'openai/resources/realtime/realtime'
import type { ResponseInputItem, ResponsesServerEvent } from 'openai/resources/responses/responses'
import { ResponsesWS } from 'openai/resources/responses/ws'
import type { Client, Target } from '../client.ts'
import { weatherSchema } from '../client.ts'
import { closedError, messageOf, onLeave, SILENCE, socketBase } from '../socket-target.ts'

type OpenRealtime = (target: Target) => OpenAIRealtimeWS

const MODEL = 'gpt-realtime'
const WEATHER = {
  type: 'function' as const,
  name: 'weather',
  description: 'The temperature',
  parameters: weatherSchema,
}

/** OpenAI's clients of WebSockets. */
export const clients: readonly Client[] = [
  {
    name: 'openai/realtime/ws',
    package: 'openai',
    // It always uses TLS, which the server does not have.
    routes: ['MSW 3', 'MSW 2'],
    calls: realtimeCalls((target) => new OpenAIRealtimeWS({ model: MODEL }, connect(target, 'https'))),
  },
  {
    name: 'openai/realtime/websocket',
    package: 'openai',
    routes: ['MSW 3', 'MSW 2'],
    // Both have the same interface; the types of their sockets differ.
    calls: realtimeCalls(
      (target) =>
        new OpenAIRealtimeWebSocket({ model: MODEL }, connect(target, 'https')) as unknown as OpenAIRealtimeWS,
    ),
  },
  {
    name: 'openai/resources/responses/ws',
    package: 'openai',
    routes: ['MSW 3', 'MSW 2', 'server'],
    calls: {
      stream: (target) => respond(target, [{ role: 'user', content: target.prompt }]),
      tool: (target) => respond(target, [{ role: 'user', content: 'TOOL weather?' }]),
      'close by the server': (target) => messageOf(respond(target, [{ role: 'user', content: 'GOODBYE' }])),
    },
  },
]

function connect(target: Target, protocol?: 'https'): OpenAI {
  const base = socketBase(target)
  return new OpenAI({ apiKey: 'not-needed', baseURL: `${protocol ? base.replace('http:', 'https:') : base}/v1` })
}

function realtimeCalls(open: OpenRealtime): Client['calls'] {
  const say = (text: string): RealtimeClientEvent[] => [
    {
      type: 'conversation.item.create',
      item: { type: 'message', role: 'user', content: [{ type: 'input_text', text }] },
    },
    { type: 'response.create' },
  ]
  const append = SILENCE.map((sound) => ({
    type: 'input_audio_buffer.append' as const,
    audio: sound.toString('base64'),
  }))
  return {
    stream: (target) => talk(open(target), target, say(target.prompt)),
    tool: (target) => {
      const session = { type: 'realtime' as const, tools: [WEATHER] }
      return talk(open(target), target, [{ type: 'session.update', session }, ...say('TOOL weather?')])
    },
    audio: (target) =>
      talk(open(target), target, [...append, { type: 'input_audio_buffer.commit' }, { type: 'response.create' }]),
    'close by the server': (target) => messageOf(talk(open(target), target, say('GOODBYE'))),
  }
}

/** Sends events, calls the tool if the model wants it, and closes the connection after the answer. */
function talk(client: OpenAIRealtimeWS, target: Target, questions: readonly RealtimeClientEvent[]): Promise<unknown> {
  const { promise, resolve, reject } = Promise.withResolvers<unknown>()
  const events: RealtimeServerEvent[] = []
  const leave = (): void => {
    client.close()
    resolve(events)
  }
  client.on('error', reject)
  client.socket.addEventListener('close', (close) => reject(closedError(close)))
  client.on('event', (event) => {
    events.push(event)
    if (event.type === 'session.created') for (const each of questions) client.send(each)
    if (event.type === 'response.output_text.delta') target.onPiece()
    if (event.type !== 'response.done') return
    const call = event.response.output?.find((item) => item.type === 'function_call')
    if (!call) return leave()
    const output = { type: 'function_call_output' as const, call_id: call.call_id ?? '', output: '21' }
    client.send({ type: 'conversation.item.create', item: output })
    client.send({ type: 'response.create' })
  })
  onLeave(target, leave)
  return promise
}

/** Sends a response, calls the tool if the model wants it, and closes the connection after the answer. */
function respond(target: Target, input: ResponseInputItem[]): Promise<unknown> {
  const client = new ResponsesWS(connect(target))
  const { promise, resolve, reject } = Promise.withResolvers<unknown>()
  const events: ResponsesServerEvent[] = []
  const leave = (): void => {
    client.close()
    resolve(events)
  }
  const tools = [{ ...WEATHER, strict: false }]
  client.on('error', reject)
  client.on('close', (code, reason) => reject(closedError({ code, reason })))
  client.on('event', (event) => {
    events.push(event)
    if (event.type === 'response.output_text.delta') target.onPiece()
    if (event.type !== 'response.completed') return
    const { id, output } = event.response
    const call = output.find((item) => item.type === 'function_call')
    if (!call) return leave()
    const result = { type: 'function_call_output' as const, call_id: call.call_id, output: '21' }
    client.send({ type: 'response.create', model: 'gpt-5-mini', previous_response_id: id, input: [result], tools })
  })
  client.send({ type: 'response.create', model: 'gpt-5-mini', input, tools })
  onLeave(target, leave)
  return promise
}
