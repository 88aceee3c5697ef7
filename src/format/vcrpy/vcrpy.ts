import type { WritableFormatDefinition } from '../format-definition.ts'
import { isVcrpy, parseVcrpy } from './read.ts'
import { writeVcrpy } from './write.ts'

/**
 * The cassettes of VCR.py.
 *
 * @see https://vcrpy.readthedocs.io/en/latest/advanced.html
 */
export const vcrpy = {
  name: 'vcrpy',
  title: 'VCR.py',
  reads: 'YAML, JSON, `.yaml.gz`; also the variants of LangChain and pydantic-ai',
  loses: 'protocol version; the original text of a `parsed_body`, which the file does not contain either',
  drops:
    'exchanges without a response and WebSocket conversations (the output line of the file reports their numbers), the date of the ' +
    'recording, times, chunks, open ends, `recorded_by` and the numbers of samples, and the fact that a body was compressed in transit. ' +
    'Headers are sorted by name',
  extension: '.yaml',
  withoutResponse: 'drop',
  websockets: 'drop',
  detect: isVcrpy,
  parse: parseVcrpy,
  write: writeVcrpy,
} as const satisfies WritableFormatDefinition
