import type { Interaction } from '../../cassette.ts'
import { isJsonObject } from '../../json/json-value.ts'
import { MapReader } from '../document/map-reader.ts'
import { readLenientHeaders, readLenientMethod, readLenientStatus } from '../document/read-lenient.ts'
import type { FormatDefinition } from '../format-definition.ts'
import { parseGoDuration } from '../go-duration.ts'
import { parseStatus } from '../go-vcr-2/values.ts'

/**
 * The cassettes of go-vcr v1 and v2. vcrpy also has `version: 1`: the shape of the first interaction distinguishes them.
 *
 * @see https://pkg.go.dev/github.com/dnaeon/go-vcr/cassette#Interaction
 */
export const goVcr1 = {
  name: 'go-vcr-1',
  title: 'go-vcr version 1',
  reads: 'YAML, JSON',
  loses: '`form` (duplicates the URL and the body)',
  detect: (value) =>
    isJsonObject(value) && 'interactions' in value && value.version === 1 && hasGoShape(value.interactions),
  parse(document) {
    const root = new MapReader(document, document.value, [])
    return root.maps('interactions').map(toInteraction)
  },
} as const satisfies FormatDefinition

function hasGoShape(interactions: unknown): boolean {
  if (interactions === null || (Array.isArray(interactions) && interactions.length === 0)) return true
  const first: unknown = Array.isArray(interactions) ? interactions[0] : undefined
  if (!isJsonObject(first) || !isJsonObject(first.request) || !isJsonObject(first.response)) return false
  return 'url' in first.request && !('uri' in first.request)
}

function toInteraction(interaction: MapReader): Interaction {
  const line = interaction.document.lineOf(interaction.path)
  const request = interaction.map('request')
  const response = interaction.map('response')
  const status = response.written('status')
  const duration = toDuration(response)
  return {
    request: {
      method: readLenientMethod(request),
      url: request.requiredText('url'),
      headers: readLenientHeaders(request, 'headers'),
      body: request.bytes('body'),
    },
    response: {
      status: readLenientStatus(response, response.value('code') === undefined ? 'status' : 'code'),
      statusText: typeof status === 'string' ? parseStatus(status).statusText : '',
      headers: readLenientHeaders(response, 'headers'),
      body: response.bytes('body'),
      ...(duration === undefined ? {} : { duration }),
    },
    ...(line === undefined ? {} : { line }),
  }
}

/** In milliseconds. Most files have an empty text. */
function toDuration(response: MapReader): number | undefined {
  const text = response.written('duration')
  return typeof text === 'string' ? parseGoDuration(text) : undefined
}
