import type { JsonObject } from '../../json/json-value.ts'
import { given, memberOf, numberOf, objectOf, objectsOf, textOf } from '../../json/members.ts'
import type { Message, Part, ProviderError, Usage } from '../conversation.ts'
import type { LiveEvent, LiveProtocol, LiveReading } from '../live-protocol.ts'
import { addUsage } from '../parts/add-usage.ts'
import { textPart } from '../parts/part.ts'
import { Sound, type SoundFormat } from '../parts/sound.ts'
import { toolName } from '../parts/tool-name.ts'
import { TurnList } from '../parts/turn-list.ts'
import { readItem } from './openai-responses-items.ts'

/** Realtime of OpenAI: text and voice. */
export const openaiRealtime = {
  name: 'openai-realtime',
  isEvent: ({ json }) =>
    /^(?:session\.(?:created|updated|update)$|input_audio_buffer\.|conversation\.item\.)/.test(
      textOf(json, 'type') ?? '',
    ) || textOf(objectOf(json, 'response'), 'object') === 'realtime.response',
  read: (events) => {
    const reader = new RealtimeReader()
    for (const event of events) reader.take(event)
    return reader.finish()
  },
} as const satisfies LiveProtocol

/** A response whose end has not arrived yet. */
interface OngoingResponse {
  readonly sound: Sound
  text: string
}

class RealtimeReader {
  readonly #turns = new TurnList()
  readonly #ongoing = new Map<string, OngoingResponse>()
  /** The messages of the user that are sounds, by the ids of their items. */
  readonly #spoken = new Map<string, { parts: Part[] }>()
  #session: JsonObject = {}
  #input: Sound | undefined
  #lastSpoken: { parts: Part[] } | undefined
  #usage: Usage | undefined
  #error: ProviderError | undefined

  take({ json }: LiveEvent): void {
    const type = textOf(json, 'type') ?? ''
    // Earlier versions named the events without `output_`.
    HANDLERS.get(type.replace('.output_', '.'))?.(this, json)
  }

  finish(): LiveReading {
    this.endInput()
    for (const { sound, text } of this.#ongoing.values())
      this.#turns.addAnswer({ parts: [...sound.toParts(), ...textPart(text)] })
    const { messages, answers } = this.#turns.read()
    const system = textPart(this.#session.instructions)
    return {
      ...given({ model: textOf(this.#session, 'model'), usage: this.#usage, error: this.#error }),
      tools: objectsOf(this.#session, 'tools').map(toolName),
      messages: system.length === 0 ? messages : [{ role: 'system', parts: system }, ...messages],
      answers,
    }
  }

  updateSession(json: JsonObject): void {
    this.#session = { ...this.#session, ...objectOf(json, 'session') }
  }

  addItem(json: JsonObject): void {
    this.endInput()
    const item = objectOf(json, 'item')
    if (item) this.#turns.addMessage(this.#readItem(item))
  }

  appendInput(json: JsonObject): void {
    this.#input ??= new Sound(soundFormat(this.#session, 'input'))
    this.#input.add(json.audio)
  }

  clearInput(): void {
    this.#input = undefined
  }

  /** Ends the speech of the user. */
  endInput(): void {
    const parts: Part[] = this.#input?.toParts() ?? []
    this.#input = undefined
    if (parts.length === 0) return
    this.#lastSpoken = { parts }
    this.#turns.addMessage({ role: 'user', parts })
  }

  commitInput(json: JsonObject): void {
    this.endInput()
    if (this.#lastSpoken) this.#spoken.set(textOf(json, 'item_id') ?? '', this.#lastSpoken)
  }

  addTranscript(json: JsonObject): void {
    this.#spoken.get(textOf(json, 'item_id') ?? '')?.parts.push(...textPart(json.transcript))
  }

  startResponse(json: JsonObject): void {
    this.endInput()
    this.#ongoingOf(textOf(objectOf(json, 'response'), 'id'))
  }

  appendSound(json: JsonObject): void {
    this.#ongoingOf(textOf(json, 'response_id')).sound.add(json.delta)
  }

  appendText(json: JsonObject): void {
    this.#ongoingOf(textOf(json, 'response_id')).text += textOf(json, 'delta') ?? ''
  }

  endResponse(json: JsonObject): void {
    const response = objectOf(json, 'response')
    const id = textOf(response, 'id') ?? ''
    const sound = this.#ongoing.get(id)?.sound.toParts() ?? []
    this.#ongoing.delete(id)
    const parts = objectsOf(response, 'output').flatMap((item) => this.#readItem(item).parts)
    this.#turns.addAnswer({ parts: [...sound, ...parts], ...given({ finishReason: textOf(response, 'status') }) })
    this.#usage = addUsage(this.#usage, readUsage(objectOf(response, 'usage')))
    this.setError(memberOf(objectOf(response, 'status_details'), 'error'))
  }

  setError(error: unknown): void {
    const message = textOf(error, 'message')
    if (message !== undefined) this.#error = given({ type: textOf(error, 'code') ?? textOf(error, 'type'), message })
  }

  #ongoingOf(id = ''): OngoingResponse {
    const known = this.#ongoing.get(id)
    if (known) return known
    const response = { sound: new Sound(soundFormat(this.#session, 'output')), text: '' }
    this.#ongoing.set(id, response)
    return response
  }

  #readItem(item: JsonObject): Message {
    const content = objectsOf(item, 'content').map((part) => this.#toResponsePart(part))
    return readItem({ ...item, ...(content.length === 0 ? {} : { content }) })
  }

  /** The parts that Responses has in another form. */
  #toResponsePart(part: JsonObject): JsonObject {
    const transcript = textOf(part, 'transcript')
    if (transcript !== undefined) return { type: 'text', text: transcript }
    return part.type === 'input_audio' ? { type: 'input_audio', data: part.audio, format: 'pcm' } : part
  }
}

type Handler = (reader: RealtimeReader, json: JsonObject) => void

const HANDLERS: ReadonlyMap<string, Handler> = new Map<string, Handler>([
  ['session.created', (reader, json) => reader.updateSession(json)],
  ['session.updated', (reader, json) => reader.updateSession(json)],
  ['session.update', (reader, json) => reader.updateSession(json)],
  ['conversation.item.create', (reader, json) => reader.addItem(json)],
  ['conversation.item.input_audio_transcription.completed', (reader, json) => reader.addTranscript(json)],
  ['input_audio_buffer.append', (reader, json) => reader.appendInput(json)],
  ['input_audio_buffer.clear', (reader) => reader.clearInput()],
  ['input_audio_buffer.commit', (reader) => reader.endInput()],
  ['input_audio_buffer.committed', (reader, json) => reader.commitInput(json)],
  ['response.created', (reader, json) => reader.startResponse(json)],
  ['response.audio.delta', (reader, json) => reader.appendSound(json)],
  ['response.text.delta', (reader, json) => reader.appendText(json)],
  ['response.audio_transcript.delta', (reader, json) => reader.appendText(json)],
  ['response.done', (reader, json) => reader.endResponse(json)],
  ['error', (reader, json) => reader.setError(json.error)],
])

/** PCM has 24,000 samples in a second, unless the session names another rate. */
const FORMATS: ReadonlyMap<string, SoundFormat> = new Map([
  ['pcm16', { type: 'audio/pcm;rate=24000' }],
  ['g711_ulaw', { type: 'audio/pcmu', bytesPerSecond: 8_000 }],
  ['g711_alaw', { type: 'audio/pcma', bytesPerSecond: 8_000 }],
  ['audio/pcmu', { type: 'audio/pcmu', bytesPerSecond: 8_000 }],
  ['audio/pcma', { type: 'audio/pcma', bytesPerSecond: 8_000 }],
])

/** The format of a session; earlier versions named it, such as `pcm16`. */
function soundFormat(session: JsonObject, side: 'input' | 'output'): SoundFormat {
  const format = objectOf(objectOf(objectOf(session, 'audio'), side), 'format')
  const name = textOf(session, `${side}_audio_format`) ?? textOf(format, 'type') ?? 'pcm16'
  const rate = numberOf(format, 'rate')
  if (name === 'audio/pcm') return { type: `audio/pcm;rate=${rate ?? 24_000}` }
  return FORMATS.get(name) ?? { type: name.startsWith('audio/') ? name : `audio/${name}` }
}

function readUsage(usage: JsonObject | undefined): Usage | undefined {
  return (
    usage &&
    given({
      input: numberOf(usage, 'input_tokens'),
      cachedInput: numberOf(objectOf(usage, 'input_token_details'), 'cached_tokens'),
      output: numberOf(usage, 'output_tokens'),
    })
  )
}
