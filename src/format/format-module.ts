import type { CassetteFormat } from './format-summary.ts'
import { formats } from './formats.ts'

// Everything that only a cassette in another format than go-vcr 2 needs, or a conversion. In Node, it is loaded on first use.

export { writableFormats } from './formats.ts'
export { parseDocument } from './parse-document.ts'

/** Every format that this library reads, sorted by name. */
export const cassetteFormats: readonly CassetteFormat[] = formats.map((format) => ({
  name: format.name,
  title: format.title,
  access: 'write' in format ? 'read-write' : 'read-only',
}))
