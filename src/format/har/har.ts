import { isJsonObject } from '../../json/json-value.ts'
import type { WritableFormatDefinition } from '../format-definition.ts'
import { parseHar } from './read.ts'
import { writeHar } from './write.ts'

/**
 * HTTP archives.
 *
 * @see http://www.softwareishard.com/blog/har-12-spec/
 */
export const har = {
  name: 'har',
  title: 'HAR',
  extension: '.har',
  // Browsers record requests that failed.
  withoutResponse: 'keep',
  detect: (value) => isJsonObject(value) && isJsonObject(value.log) && 'entries' in value.log,
  parse: parseHar,
  write: writeHar,
} as const satisfies WritableFormatDefinition
