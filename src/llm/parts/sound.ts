import { audioDuration } from '../../body/audio-duration.ts'
import { mediaType } from '../../body/content-type.ts'
import { given } from '../../json/members.ts'
import type { Media } from '../conversation.ts'
import { mediaOf } from './media.ts'

/** How a sound is encoded. */
export interface SoundFormat {
  /** The content type with its parameters, such as `audio/pcm;rate=16000`. */
  readonly type: string
  /** Only for an encoding whose type does not tell it. */
  readonly bytesPerSecond?: number
}

/** A sound that arrives in pieces: only its size and its duration are kept. */
export class Sound {
  readonly #format: SoundFormat
  #bytes = 0

  constructor(format: SoundFormat) {
    this.#format = format
  }

  /** @param base64 ignored if it is not text */
  add(base64: unknown): void {
    if (typeof base64 === 'string') this.#bytes += mediaOf(base64, undefined, 'audio').bytes ?? 0
  }

  /** The sound as a part; a list without one if nothing has arrived. */
  toParts(): Media[] {
    const bytes = this.#bytes
    if (bytes === 0) return []
    const { type, bytesPerSecond } = this.#format
    const duration =
      bytesPerSecond === undefined
        ? audioDuration({ type, head: new Uint8Array(), size: bytes })
        : Math.round((bytes / bytesPerSecond) * 1000)
    return [{ kind: 'media', medium: 'audio', type: mediaType(type), bytes, ...given({ duration }) }]
  }
}
