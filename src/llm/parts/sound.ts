import type { Media } from '../conversation.ts'
import { mediaOf } from './media.ts'

/** How a sound is encoded. */
export interface SoundFormat {
  /** Such as `audio/pcm`. */
  readonly type: string
  /** Absent if the sound is compressed, or if its rate is unknown. */
  readonly bytesPerSecond?: number
}

/** Reads a media type such as `audio/pcm;rate=16000`. Samples have two bytes. */
export function readSoundFormat(mimeType: string): SoundFormat {
  const [type = '', ...parameters] = mimeType.split(';').map((part) => part.trim())
  const [, rate] = /^rate=(\d{1,7})$/.exec(parameters.find((parameter) => parameter.startsWith('rate=')) ?? '') ?? []
  return rate !== undefined && /^audio\/(?:pcm|l16)$/i.test(type)
    ? { type, bytesPerSecond: Number(rate) * 2 }
    : { type }
}

/** A sound that arrives in pieces: only its size and its length are kept. */
export class Sound {
  readonly #format: SoundFormat
  #bytes = 0

  constructor(format: SoundFormat) {
    this.#format = format
  }

  get type(): string {
    return this.#format.type
  }

  /** @param base64 ignored if it is not text */
  add(base64: unknown): void {
    if (typeof base64 === 'string') this.#bytes += mediaOf(base64, this.type, 'audio').bytes ?? 0
  }

  /** The sound as a part; a list without one if nothing has arrived. */
  toParts(): Media[] {
    if (this.#bytes === 0) return []
    const { type, bytesPerSecond } = this.#format
    const duration =
      bytesPerSecond === undefined ? {} : { duration: Math.round((this.#bytes / bytesPerSecond) * 1_000) }
    return [{ kind: 'media', medium: 'audio', type, bytes: this.#bytes, ...duration }]
  }
}
