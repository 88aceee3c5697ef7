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
  extension: '.yaml',
  withoutResponse: 'drop',
  detect: (value) => isJsonObject(value) && value.version === 2 && 'interactions' in value,
  parse: parseGoVcr2,
  write: writeGoVcr2,
} as const satisfies WritableFormatDefinition
