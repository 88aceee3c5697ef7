import { count } from '../diagnostics/count.ts'
import { formatBytes, formatMs } from '../diagnostics/units.ts'
import type { Media, Part } from './conversation.ts'

/** Describes an image, a sound or a file, such as `image/png, 1.5 kB` or `audio/wav, 96.0 kB, 2.00 s`. */
export function describeMedia({ medium, type, bytes, duration, reference }: Media): string {
  const size = bytes === undefined ? undefined : formatBytes(bytes)
  const facts = [type ?? medium, size, duration === undefined ? undefined : formatMs(duration), reference]
  return facts.filter((fact) => fact !== undefined).join(', ')
}

/** Describes embeddings, such as `2 vectors of 1536 dimensions`. */
export function describeVectors({ count: vectors, dimensions }: Extract<Part, { kind: 'vectors' }>): string {
  return count(vectors, 'vector') + (dimensions === undefined ? '' : ` of ${count(dimensions, 'dimension')}`)
}
