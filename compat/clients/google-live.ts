import { GoogleGenAI, type LiveServerMessage, Modality, type Session, Type } from '@google/genai'
import type { Client, Target } from '../client.ts'
import { closedError, messageOf, onLeave, SILENCE, socketBase } from '../socket-target.ts'

const WEATHER = {
  name: 'weather',
  description: 'The temperature',
  parameters: { type: Type.OBJECT, properties: { city: { type: Type.STRING } } },
}

/** Gemini Live with Google's SDK. */
export const clients: readonly Client[] = [
  {
    name: '@google/genai (Live)',
    package: '@google/genai',
    routes: ['MSW 3', 'MSW 2', 'server'],
    calls: {
      stream: (target) => talk(target, (session) => session.sendClientContent({ turns: target.prompt })),
      tool: (target) => talk(target, (session) => session.sendClientContent({ turns: 'TOOL weather?' })),
      audio: (target) =>
        talk(target, (session) => {
          for (const sound of SILENCE)
            session.sendRealtimeInput({ audio: { data: sound.toString('base64'), mimeType: 'audio/pcm;rate=16000' } })
          session.sendRealtimeInput({ audioStreamEnd: true })
        }),
      'close by the server': (target) =>
        messageOf(talk(target, (session) => session.sendClientContent({ turns: 'GOODBYE' }))),
    },
  },
]

/** Asks, calls the tool if the model wants it, and closes the connection after the answer. */
async function talk(target: Target, ask: (session: Session) => void): Promise<unknown> {
  const { promise, resolve, reject } = Promise.withResolvers<unknown>()
  // If the connection does not open, `connect` throws, too.
  promise.catch(() => {})
  const messages: LiveServerMessage[] = []
  const client = new GoogleGenAI({ apiKey: 'not-needed', httpOptions: { baseUrl: socketBase(target) } })
  const session = await client.live.connect({
    model: 'gemini-live',
    config: { responseModalities: [Modality.TEXT], tools: [{ functionDeclarations: [WEATHER] }] },
    callbacks: {
      onerror: ({ message }) => reject(new Error(message)),
      onclose: (close) => reject(closedError(close)),
      onmessage(message) {
        messages.push(message)
        if (message.serverContent?.modelTurn) target.onPiece()
        const [call] = message.toolCall?.functionCalls ?? []
        if (call?.id) {
          const response = { output: '21' }
          session.sendToolResponse({ functionResponses: [{ id: call.id, name: 'weather', response }] })
        }
        if (message.serverContent?.turnComplete) leave()
      },
    },
  })
  const leave = (): void => {
    session.close()
    resolve(messages)
  }
  onLeave(target, leave)
  ask(session)
  return promise
}
