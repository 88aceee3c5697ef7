import { isJsonObject } from '../../json/json-value.ts'
import type { WritableFormatDefinition } from '../format-definition.ts'
import { parseGoVcr2 } from './read.ts'
import { writeGoVcr2 } from './write.ts'

/**
 * The cassettes of go-vcr v3 and v4, and of this library.
 *
 * @see https://pkg.go.dev/gopkg.in/dnaeon/go-vcr.v4/pkg/cassette#Interaction
 */
export const goVcr2 = {
  name: 'go-vcr-2',
  title: 'go-vcr version 2',
  reads: 'YAML, JSON',
  loses: 'protocol versions, trailers, `host`, `remote_addr`, `request_uri`, `form` (duplicates the URL and the body)',
  drops:
    'only exchanges without a response, which browsers keep in HAR (the output line of the file reports their number). ' +
    'Headers are sorted by name. `form` is derived from the URL and the body, and protocols are `HTTP/1.1`',
  extension: '.yaml',
  withoutResponse: 'drop',
  websockets: 'keep',
  detect: (value) => isJsonObject(value) && value.version === 2 && 'interactions' in value,
  parse: parseGoVcr2,
  write: writeGoVcr2,
} as const satisfies WritableFormatDefinition
