import { isJsonObject } from '../../json/json-value.ts'
import type { FormatDefinition } from '../format-definition.ts'
import { parseRubyVcr } from './read.ts'

/**
 * The cassettes of Ruby's VCR, and of libraries that write the same format: Betamax (Python) and R's vcr. Those of VCR 1.x are a
 * bare list.
 *
 * @see https://github.com/vcr/vcr/blob/master/lib/vcr/structs.rb
 */
export const rubyVcr = {
  name: 'ruby-vcr',
  title: 'Ruby VCR',
  reads: 'YAML, JSON; also Betamax and the vcr package of R',
  loses: 'protocol version, the names of encodings, `recorded_with`, adapter metadata',
  detect: (value) =>
    isJsonObject(value)
      ? 'http_interactions' in value
      : Array.isArray(value) && value.length > 0 && value.every(isOfVersion1),
  parse: parseRubyVcr,
} as const satisfies FormatDefinition

/** EasyVCR for Java also writes a list, with `recordedAt`. */
function isOfVersion1(item: unknown): boolean {
  return (
    isJsonObject(item) &&
    isJsonObject(item.request) &&
    'uri' in item.request &&
    isJsonObject(item.response) &&
    !('recordedAt' in item)
  )
}
