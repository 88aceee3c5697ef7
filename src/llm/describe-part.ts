import { count } from '../diagnostics/count.ts'
import { formatBytes } from '../diagnostics/units.ts'
import type { Media, Part } from './conversation.ts'

/** Describes an image, a sound or a file, such as `image/png, 1.5 kB`. */
export function describeMedia({ medium, type, bytes, seconds, reference }: Media): string {
  const length = seconds === undefined ? undefined : `${seconds} s`
  const facts = [type ?? medium, length, bytes === undefined ? undefined : formatBytes(bytes), reference]
  return facts.filter((fact) => fact !== undefined).join(', ')
}

/** Describes embeddings, such as `2 vectors of 1536 dimensions`. */
export function describeVectors({ count: vectors, dimensions }: Extract<Part, { kind: 'vectors' }>): string {
  return count(vectors, 'vector') + (dimensions === undefined ? '' : ` of ${count(dimensions, 'dimension')}`)
}
