import type { JsonObject } from '../../json/json-value.ts'
import { given, numberOf, textOf } from '../../json/members.ts'
import type { Media } from '../conversation.ts'
import { mediaOf } from './media.ts'

/** Describes a file of a form, as `toFields` returns it. */
export function readFormFile(file: JsonObject, medium: Media['medium']): Media {
  const type = textOf(file, 'type')
  const known = type === 'application/octet-stream' ? undefined : type
  return {
    ...mediaOf(undefined, known, medium),
    ...given({ bytes: numberOf(file, 'bytes'), duration: numberOf(file, 'duration') }),
  }
}
