import { audioDuration } from '../../body/audio-duration.ts'
import { mediaType } from '../../body/content-type.ts'
import type { Part } from '../../body/multipart.ts'
import type { JsonObject } from '../../json/json-value.ts'
import { given } from '../../json/members.ts'

/**
 * Converts the parts of a form to an object. A file is an object with its media type, its length and the duration of its sound; a field that is repeated is a list,
 * without the brackets that its name can have.
 */
export function toFields(parts: readonly Part[]): JsonObject {
  const fields: JsonObject = Object.create(null)
  for (const part of parts) {
    const disposition = headerOf(part, 'content-disposition')
    const name = /;\s*name="?([^";]*)/i.exec(disposition)?.[1]?.replace('[]', '')
    if (name === undefined) continue
    const value = /;\s*filename\*?=/i.test(disposition) ? toFile(part) : part.content
    const before = fields[name]
    fields[name] = before === undefined ? value : Array.isArray(before) ? [...before, value] : [before, value]
  }
  return fields
}

function toFile(part: Part): JsonObject {
  const { content } = part
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content
  const type = headerOf(part, 'content-type')
  const duration = audioDuration({ type, head: bytes, size: bytes.length })
  return { type: mediaType(type), bytes: bytes.length, ...given({ duration }) }
}

function headerOf({ headers }: Part, name: string): string {
  return (
    headers
      .find((header) => header.startsWith(`${name}:`))
      ?.slice(name.length + 1)
      .trim() ?? ''
  )
}
