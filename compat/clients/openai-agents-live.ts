import { OpenAIRealtimeWebSocket, RealtimeAgent, RealtimeSession, tool } from '@openai/agents-realtime'
import { z } from 'zod'
import type { Client, Target } from '../client.ts'
import { messageOf, onLeave, SILENCE, socketBase } from '../socket-target.ts'

/** OpenAI's agents for speech, over their WebSocket. */
export const clients: readonly Client[] = [
  {
    name: '@openai/agents-realtime',
    routes: ['MSW 3', 'MSW 2', 'session.WebSocket', 'server'],
    needs: {
      match: 'unordered frames',
      reason:
        "It sends the settings of its tracing when the session is created, so its first frames come in any order: set `frames: 'unordered'`, and ask after the second `session.updated`.",
    },
    calls: {
      stream: (target) => talk(target, (session) => session.sendMessage(target.prompt)),
      tool: (target) => talk(target, (session) => session.sendMessage('TOOL weather?')),
      audio: (target) =>
        talk(target, (session) => {
          for (const { buffer, byteOffset, byteLength } of SILENCE)
            session.sendAudio(buffer.slice(byteOffset, byteOffset + byteLength))
          session.transport.sendEvent({ type: 'input_audio_buffer.commit' })
          session.transport.sendEvent({ type: 'response.create' })
        }),
      'close by the server': (target) => messageOf(talk(target, (session) => session.sendMessage('GOODBYE'))),
    },
  },
]

/** Asks, lets the session call the tool, and closes the connection after the answer. */
async function talk(target: Target, ask: (session: RealtimeSession) => void): Promise<unknown> {
  const { promise, resolve, reject } = Promise.withResolvers<unknown>()
  // If the connection does not open, `connect` throws, too.
  promise.catch(() => {})
  const session = createSession(target)
  const leave = (): void => {
    resolve(session.history)
    session.close()
  }
  session.on('error', ({ error }) => reject(error))
  session.transport.on('connection_change', (status) => {
    // The transport does not show the code and the reason.
    if (status === 'disconnected') reject(new Error('disconnected'))
  })
  // Those of the session, and those of its tracing.
  let settings = 0
  session.transport.on('*', (event) => {
    if (event.type === 'session.updated' && ++settings === 2) ask(session)
    if (event.type === 'response.output_text.delta') target.onPiece()
    if (event.type === 'response.done' && event.response.output[0]?.type === 'message') leave()
  })
  onLeave(target, leave)
  await session.connect({ apiKey: 'not-needed' })
  return promise
}

function createSession(target: Target): RealtimeSession {
  const { WebSocket } = target.own
  const url = `${socketBase(target).replace('http:', 'ws:')}/v1/realtime?model=gpt-realtime`
  const transport = new OpenAIRealtimeWebSocket({
    url,
    ...(WebSocket && { createWebSocket: async () => new WebSocket(url) as never }),
  })
  const weather = tool({
    name: 'weather',
    description: 'The temperature in a city',
    parameters: z.object({ city: z.string() }),
    execute: async () => '21',
  })
  const agent = new RealtimeAgent({ name: 'A', instructions: 'Be brief', tools: [weather] })
  return new RealtimeSession(agent, { transport, model: 'gpt-realtime' })
}
