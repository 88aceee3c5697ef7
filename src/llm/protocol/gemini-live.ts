import type { JsonObject } from '../../json/json-value.ts'
import { given, memberOf, objectOf, objectsOf, textOf } from '../../json/members.ts'
import type { Message, Part, Usage } from '../conversation.ts'
import type { LiveEvent, LiveProtocol, LiveReading } from '../live-protocol.ts'
import { mergeTexts } from '../parts/merge-texts.ts'
import { textPart } from '../parts/part.ts'
import { Sound } from '../parts/sound.ts'
import { TurnList } from '../parts/turn-list.ts'
import { gemini } from './gemini.ts'
import { readGeminiPart } from './gemini-parts.ts'

/** Gemini Live: text, voice and video. */
export const geminiLive = {
  name: 'gemini-live',
  isEvent: ({ from, json }) =>
    (from === 'client' ? ['setup', 'clientContent', 'realtimeInput'] : ['setupComplete', 'serverContent']).some(
      (name) => objectOf(json, name) !== undefined,
    ),
  read: (events) => {
    const reader = new LiveReader()
    for (const event of events) reader.take(event)
    return reader.finish()
  },
} as const satisfies LiveProtocol

class LiveReader {
  readonly #turns = new TurnList()
  #setup: Pick<LiveReading, 'model' | 'tools'> & { readonly system: readonly Message[] } = { tools: [], system: [] }
  #spoken: UserTurn | undefined
  #answer: ModelTurn | undefined
  #usage: Usage | undefined

  take({ from, json }: LiveEvent): void {
    if (from === 'client') this.#takeClient(json)
    else this.#takeServer(json)
  }

  finish(): LiveReading {
    this.#endSpeech()
    this.#endAnswer(undefined)
    const { messages, answers } = this.#turns.read()
    const { model, tools, system } = this.#setup
    return { ...given({ model, usage: this.#usage }), tools, messages: [...system, ...messages], answers }
  }

  #takeClient(json: JsonObject): void {
    const setup = objectOf(json, 'setup')
    if (setup) {
      const { model, tools, messages } = gemini.readRequest(setup, '')
      this.#setup = { ...given({ model: model?.replace(/^models\//, '') }), tools, system: messages }
    }
    const turns = objectsOf(objectOf(json, 'clientContent'), 'turns')
    if (turns.length > 0) this.#addMessages(gemini.readRequest({ contents: turns }, '').messages)
    const results = objectsOf(objectOf(json, 'toolResponse'), 'functionResponses')
    const parts = results.flatMap((functionResponse) => readGeminiPart({ functionResponse }))
    if (parts.length > 0) this.#addMessages([{ role: 'tool', parts }])
    const input = objectOf(json, 'realtimeInput')
    if (input) this.#takeInput(input)
  }

  #takeInput(input: JsonObject): void {
    const text = textPart(input.text)
    if (text.length > 0) this.#addMessages([{ role: 'user', parts: text }])
    const media = [memberOf(input, 'audio'), memberOf(input, 'video'), ...objectsOf(input, 'mediaChunks')]
    for (const blob of media) if (textOf(blob, 'data') !== undefined) this.#userTurn().media.add(blob)
  }

  #takeServer(json: JsonObject): void {
    const content = objectOf(json, 'serverContent')
    if (content) this.#takeContent(content)
    const calls = objectsOf(objectOf(json, 'toolCall'), 'functionCalls')
    if (calls.length > 0) {
      for (const functionCall of calls) this.#modelTurn().parts.push(...readGeminiPart({ functionCall }))
      this.#endAnswer(undefined)
    }
    this.#usage = gemini.readAnswer(json).usage ?? this.#usage
  }

  #takeContent(content: JsonObject): void {
    const heard = textOf(objectOf(content, 'inputTranscription'), 'text')
    if (heard !== undefined) this.#userTurn().transcript += heard
    for (const part of objectsOf(objectOf(content, 'modelTurn'), 'parts')) {
      const blob = memberOf(part, 'inlineData')
      if (textOf(blob, 'data') === undefined) this.#modelTurn().parts.push(...readGeminiPart(part))
      else this.#modelTurn().media.add(blob)
    }
    const said = textOf(objectOf(content, 'outputTranscription'), 'text')
    if (said !== undefined) this.#modelTurn().transcript += said
    if (content.interrupted === true) this.#endAnswer('interrupted')
    else if (content.turnComplete === true) this.#endAnswer('turnComplete')
  }

  #addMessages(messages: readonly Message[]): void {
    this.#endSpeech()
    this.#endAnswer(undefined)
    for (const message of messages) this.#turns.addMessage(message)
  }

  #userTurn(): UserTurn {
    this.#spoken ??= { media: new MediaList(), transcript: '' }
    return this.#spoken
  }

  #modelTurn(): ModelTurn {
    this.#answer ??= { media: new MediaList(), transcript: '', parts: [] }
    return this.#answer
  }

  #endSpeech(): void {
    if (!this.#spoken) return
    const { media, transcript } = this.#spoken
    this.#spoken = undefined
    this.#turns.addMessage({ role: 'user', parts: [...media.toParts(), ...textPart(transcript)] })
  }

  #endAnswer(finishReason: string | undefined): void {
    if (!this.#answer) return
    const { media, transcript, parts } = this.#answer
    this.#answer = undefined
    // The user is heard while the model answers.
    this.#endSpeech()
    this.#turns.addAnswer({
      parts: [...media.toParts(), ...textPart(transcript), ...mergeTexts(parts)],
      ...given({ finishReason }),
    })
  }
}

interface UserTurn {
  readonly media: MediaList
  transcript: string
}

interface ModelTurn extends UserTurn {
  readonly parts: Part[]
}

/** The sounds and the pictures of a turn, by their type. */
class MediaList {
  readonly #sounds = new Map<string, Sound>()
  readonly #others: Part[] = []

  add(blob: unknown): void {
    const mimeType = textOf(blob, 'mimeType') ?? ''
    if (!mimeType.startsWith('audio/')) this.#others.push(...readGeminiPart({ inlineData: blob }))
    else {
      const sound = this.#sounds.get(mimeType) ?? new Sound({ type: mimeType })
      this.#sounds.set(mimeType, sound)
      sound.add(memberOf(blob, 'data'))
    }
  }

  toParts(): Part[] {
    return [...[...this.#sounds.values()].flatMap((sound) => sound.toParts()), ...this.#others]
  }
}
