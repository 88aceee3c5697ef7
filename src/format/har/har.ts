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
  reads: 'JSON, YAML; from Polly.JS and from browsers',
  loses:
    'pages, cookie and query lists (duplicate the headers and the URL), cache, timings except `wait`, ids, fields that begin with `_` except the messages of a WebSocket',
  drops:
    'the sizes of chunks, open ends, `recorded_by`, the numbers of samples, and the fact that a body was compressed in transit. An exchange ' +
    'without a date gets 1970-01-01, because HAR requires a date',
  extension: '.har',
  // Browsers record requests that failed.
  withoutResponse: 'keep',
  websockets: 'keep',
  detect: (value) => isJsonObject(value) && isJsonObject(value.log) && 'entries' in value.log,
  parse: parseHar,
  write: writeHar,
} as const satisfies WritableFormatDefinition
