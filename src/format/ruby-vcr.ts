import { fromBase64 } from '../bytes/base64.ts'
import type { Interaction } from '../cassette.ts'
import { isJsonObject } from '../json/json-value.ts'
import { MapReader } from './document/map-reader.ts'
import {
  readLenientBody,
  readLenientHeaders,
  readLenientMethod,
  readLenientReason,
  readLenientStatus,
} from './document/read-lenient.ts'
import type { Path } from './document/source-document.ts'
import type { FormatDefinition } from './format-definition.ts'

/**
 * The cassettes of Ruby's VCR. Those of VCR 1.x are a bare list. Placeholders in URLs, such as `<API_BASE>`, are kept.
 *
 * @see https://github.com/vcr/vcr/blob/master/lib/vcr/structs.rb
 */
export const rubyVcr = {
  name: 'ruby-vcr',
  title: 'Ruby VCR',
  detect: (value) =>
    isJsonObject(value)
      ? 'http_interactions' in value
      : Array.isArray(value) && value.length > 0 && value.every(isOfVersion1),
  parse(document) {
    const isVersion1 = Array.isArray(document.value)
    const root = new MapReader(document, isVersion1 ? { http_interactions: document.value } : document.value, [])
    const interactions = root.maps('http_interactions')
    if (!isVersion1) refuseCut(root, interactions.at(-1))
    return interactions.map((interaction, index) => toInteraction(interaction, isVersion1 ? [index] : interaction.path))
  },
} as const satisfies FormatDefinition

/** A file that is cut inside its last body is still valid YAML. But VCR ends each interaction and each file with a key. */
function refuseCut(root: MapReader, last: MapReader | undefined): void {
  if (!last || last.has('recorded_at') || root.has('recorded_with')) return
  last.fail(
    'recorded_at',
    'is missing, and so is recorded_with: the file was cut. Restore it, or add one of them if it is whole',
  )
}

function isOfVersion1(item: unknown): boolean {
  return isJsonObject(item) && isJsonObject(item.request) && 'uri' in item.request && isJsonObject(item.response)
}

function toInteraction(interaction: MapReader, path: Path): Interaction {
  const line = interaction.document.lineOf(path)
  const request = interaction.map('request')
  const response = interaction.map('response')
  const status = response.map('status')
  const message = status.value('message')
  const recordedAt = new Date(interaction.text('recorded_at') ?? '')
  return {
    request: {
      method: readLenientMethod(request),
      url: request.requiredText('uri'),
      headers: readLenientHeaders(request, 'headers'),
      body: toBody(request),
    },
    response: {
      status: readLenientStatus(status, 'code'),
      statusText: readLenientReason(message),
      headers: readLenientHeaders(response, 'headers'),
      body: toBody(response),
    },
    ...(line === undefined ? {} : { line }),
    ...(Number.isNaN(recordedAt.getTime()) ? {} : { recordedAt }),
  }
}

function toBody(message: MapReader): Uint8Array<ArrayBuffer> {
  const body = message.value('body')
  if (!isJsonObject(body)) return readLenientBody(body)
  if (body.base64_string === undefined || body.base64_string === null) return readLenientBody(body.string)
  return (
    fromBase64(String(body.base64_string)) ?? message.map('body').fail('base64_string', 'must be base64, and is not')
  )
}
