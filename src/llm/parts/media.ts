import { audioDuration, HEADER_BYTES } from '../../body/audio-duration.ts'
import { mediaType } from '../../body/content-type.ts'
import { fromBase64 } from '../../bytes/base64.ts'
import { given } from '../../json/members.ts'
import type { Media } from '../conversation.ts'

type Medium = Media['medium']

/**
 * Describes a medium by its URL.
 *
 * @param url a `data:` URL, or a reference
 * @param medium the kind that the API names; a `data:` URL with a media type takes precedence
 */
export function mediaAt(url: string, medium: Medium): Media {
  if (!url.startsWith('data:')) return { kind: 'media', medium, reference: url }
  const comma = url.indexOf(',')
  const head = comma === -1 ? url.slice(5) : url.slice(5, comma)
  const data = comma === -1 ? '' : url.slice(comma + 1)
  return mediaOf(/;base64$/i.test(head) ? data : undefined, head, medium)
}

/**
 * Describes a medium by its content.
 *
 * @param base64 undefined if the content is unknown
 * @param type the content type; undefined or empty if it is unknown
 * @param medium the kind that the API names, if the media type names none
 */
export function mediaOf(base64: string | undefined, type: string | undefined, medium: Medium = 'file'): Media {
  const bytes = base64 === undefined ? undefined : decodedLength(base64)
  return {
    kind: 'media',
    medium: mediumOf(type) ?? medium,
    ...given({ type: mediaType(type) || undefined, bytes, duration: durationOf(base64, type, bytes) }),
  }
}

/**
 * Calculates how long a sound lasts, in milliseconds.
 *
 * @param base64 the sound, or its beginning
 * @param bytes the size of the sound
 */
export function durationOf(base64 = '', type = '', bytes = 0): number | undefined {
  const beginning = base64.slice(0, (HEADER_BYTES / 3) * 4)
  const head = fromBase64(beginning.replaceAll('-', '+').replaceAll('_', '/'))
  return audioDuration({ type, head: head ?? new Uint8Array(), size: bytes })
}

/** The kind of medium that a media type names; undefined for any other type. */
export function mediumOf(type: string | undefined): Medium | undefined {
  const [kind] = type?.split('/', 1) ?? []
  return kind === 'image' || kind === 'audio' || kind === 'video' ? kind : undefined
}

/** Undefined if the text is not base64, such as a placeholder for the content. */
function decodedLength(base64: string): number | undefined {
  const digits = /\s/.test(base64) ? base64.replace(/\s/g, '') : base64
  const [, data] = /^([\w+/-]*)={0,2}$/.exec(digits) ?? []
  return data === undefined || data.length % 4 === 1 ? undefined : Math.floor((data.length * 3) / 4)
}
