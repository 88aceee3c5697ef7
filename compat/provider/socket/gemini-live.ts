import { type Ask, readAsk } from '../ask.ts'
import type { ClientFrame, Conversation, Handshake, Move, SocketProtocol } from './conversation.ts'
import { SOUND } from './openai-realtime.ts'

/** Gemini Live: text, tools and speech. */
export const talkGemini: SocketProtocol = (handshake) =>
  handshake.path.endsWith('BidiGenerateContent') ? new Live(handshake) : undefined

class Live implements Conversation {
  readonly frames = 'binary'
  readonly #handshake: Handshake
  /** The frames so far. */
  readonly #said: string[] = []

  constructor(handshake: Handshake) {
    this.#handshake = handshake
  }

  answer(frame: ClientFrame): Move[] {
    const { setup, clientContent, toolResponse, realtimeInput } = frame as Record<string, object | undefined>
    // The schema of a tool contains names of types.
    this.#said.push(JSON.stringify({ ...frame, setup: setup && { ...setup, tools: undefined } }))
    if (setup) return [{ setupComplete: { sessionId: this.#handshake.id } }]
    const ask = this.#ask()
    if (ask.text.includes('GOODBYE')) return [{ close: 1011, reason: 'The service is currently unavailable.' }]
    if (realtimeInput) return 'audioStreamEnd' in realtimeInput ? this.#speech(ask) : []
    if (!clientContent && !toolResponse) return []
    return ask.turn === 'tool call' ? [toolCall(ask)] : turn(ask.words.map((text) => ({ text })))
  }

  #speech({ words }: Ask): Move[] {
    const heard = words.map((text) => ({ serverContent: { inputTranscription: { text } } }))
    return [...heard, ...turn(words.map(() => ({ inlineData: { mimeType: 'audio/pcm;rate=24000', data: SOUND } })))]
  }

  #ask(): Ask {
    return readAsk({ method: 'GET', path: '', headers: {}, origin: '' }, this.#said.join('\n'), this.#handshake.id)
  }
}

function turn(parts: readonly object[]): Move[] {
  return [
    ...parts.map((part) => ({ serverContent: { modelTurn: { parts: [part] } } })),
    { serverContent: { generationComplete: true } },
    { serverContent: { turnComplete: true }, usageMetadata: { totalTokenCount: 12 } },
  ]
}

function toolCall({ id }: Ask): Move {
  return { toolCall: { functionCalls: [{ id: `call_${id}`, name: 'weather', args: { city: 'Lisbon' } }] } }
}
