import { type Ask, readAsk } from '../ask.ts'
import type { ClientFrame, Conversation, Handshake, Move, SocketProtocol } from './conversation.ts'

/** 40 ms of sound, in base64. */
export const SOUND = Buffer.alloc(1920, 7).toString('base64')

/** OpenAI's Realtime API: text, tools, speech and transcription. */
export const talkRealtime: SocketProtocol = (handshake) =>
  handshake.path.endsWith('/v1/realtime') ? new Realtime(handshake) : undefined

class Realtime implements Conversation {
  readonly #handshake: Handshake
  /** The frames so far. */
  readonly #said: string[] = []
  #count = 0
  #input: 'text' | 'audio' = 'text'

  constructor(handshake: Handshake) {
    this.#handshake = handshake
  }

  get greeting(): Move[] {
    return [this.#event('session.created', { session: this.#session({}) })]
  }

  answer(frame: ClientFrame): Move[] {
    const { type, session, item } = frame as Record<string, unknown>
    this.#said.push(JSON.stringify(frame))
    if (type === 'session.update') return [this.#event('session.updated', { session: this.#session(session) })]
    if (type === 'conversation.item.create') return this.#addItem(Object(item))
    if (type === 'input_audio_buffer.commit') return this.#commit()
    if (type !== 'response.create') return []
    const ask = this.#ask()
    if (ask.text.includes('GOODBYE')) return [{ close: 1008, reason: 'The session has expired.' }]
    if (ask.turn === 'tool call') return this.#respond(this.#toolCall(ask))
    return this.#respond(this.#input === 'audio' ? this.#speech(ask) : this.#text(ask))
  }

  #addItem(item: object): Move[] {
    this.#input = 'text'
    const added = { id: `item_${this.#nextId()}`, object: 'realtime.item', status: 'completed', ...item }
    return ['conversation.item.added', 'conversation.item.done'].map((type) => this.#event(type, { item: added }))
  }

  #commit(): Move[] {
    this.#input = 'audio'
    const item_id = `item_${this.#nextId()}`
    const content = [{ type: 'input_audio', transcript: null }]
    const item = { id: item_id, object: 'realtime.item', type: 'message', role: 'user', status: 'completed', content }
    const words = this.#isTranscription() ? this.#ask().words : []
    const transcription = 'conversation.item.input_audio_transcription'
    return [
      this.#event('input_audio_buffer.committed', { item_id, previous_item_id: null }),
      this.#event('conversation.item.added', { item }),
      ...words.map((delta) => this.#event(`${transcription}.delta`, { item_id, content_index: 0, delta })),
      ...(words.length > 0
        ? [this.#event(`${transcription}.completed`, { item_id, content_index: 0, transcript: words.join('') })]
        : []),
    ]
  }

  #isTranscription(): boolean {
    return this.#handshake.query.get('intent') === 'transcription'
  }

  #ask(): Ask {
    return readAsk({ method: 'GET', path: '', headers: {}, origin: '' }, this.#said.join('\n'), this.#handshake.id)
  }

  #respond({ item, events }: { item: object; events: readonly Move[] }): Move[] {
    const response = { object: 'realtime.response', id: `resp_${this.#nextId()}`, metadata: null }
    const usage = { total_tokens: 12, input_tokens: 5, output_tokens: 7 }
    const place = { response_id: response.id, output_index: 0 }
    return [
      this.#event('response.created', { response: { ...response, status: 'in_progress', output: [] } }),
      this.#event('response.output_item.added', { ...place, item: { ...item, status: 'in_progress', content: [] } }),
      ...events.map((event) => ({ ...event, ...place })),
      this.#event('response.output_item.done', { ...place, item }),
      this.#event('response.done', { response: { ...response, status: 'completed', output: [item], usage } }),
    ]
  }

  #toolCall({ id }: Ask) {
    const item_id = `item_${this.#nextId()}`
    const [call_id, call] = [`call_${id}`, '{"city":"Lisbon"}']
    const item = { id: item_id, object: 'realtime.item', type: 'function_call', status: 'completed' }
    return {
      item: { ...item, call_id, name: 'weather', arguments: call },
      events: [
        this.#event('response.function_call_arguments.delta', { item_id, call_id, delta: call }),
        this.#event('response.function_call_arguments.done', { item_id, call_id, name: 'weather', arguments: call }),
      ],
    }
  }

  #text({ words }: Ask) {
    const part = { type: 'output_text', text: words.join('') }
    const { item, place } = this.#message(part)
    return {
      item,
      events: [
        this.#event('response.content_part.added', { ...place, part: { type: 'text', text: '' } }),
        ...words.map((delta) => this.#event('response.output_text.delta', { ...place, delta })),
        this.#event('response.output_text.done', { ...place, text: part.text }),
        this.#event('response.content_part.done', { ...place, part: { type: 'text', text: part.text } }),
      ],
    }
  }

  #speech({ words }: Ask) {
    const transcript = words.join('')
    const { item, place } = this.#message({ type: 'output_audio', transcript })
    return {
      item,
      events: [
        this.#event('response.content_part.added', { ...place, part: { type: 'audio', transcript: '' } }),
        ...words.flatMap((delta) => [
          this.#event('response.output_audio_transcript.delta', { ...place, delta }),
          this.#event('response.output_audio.delta', { ...place, delta: SOUND }),
        ]),
        this.#event('response.output_audio.done', place),
        this.#event('response.output_audio_transcript.done', { ...place, transcript }),
        this.#event('response.content_part.done', { ...place, part: { type: 'audio', transcript } }),
      ],
    }
  }

  #message(content: object) {
    const item_id = `item_${this.#nextId()}`
    const item = { id: item_id, object: 'realtime.item', type: 'message', role: 'assistant', status: 'completed' }
    return { item: { ...item, content: [content] }, place: { item_id, content_index: 0 } }
  }

  #session(changes: unknown): object {
    const model = this.#handshake.query.get('model') ?? 'gpt-realtime'
    return { object: 'realtime.session', type: 'realtime', id: `sess_${this.#handshake.id}`, model, ...Object(changes) }
  }

  #event(type: string, fields: object): Move {
    return { type, event_id: `event_${this.#nextId()}`, ...fields }
  }

  #nextId(): string {
    return `${this.#handshake.id}_${this.#count++}`
  }
}
