import { isJsonObject } from '../json/json-value.ts'
import { writeJson } from '../json/write-json.ts'

/**
 * Names the format of a document that this library can't read, for the error message.
 *
 * @param value a parsed document that no format accepted
 * @returns a phrase such as `a log of a WebSocket`; undefined if the shape is unknown
 */
export function nameUnsupportedFormat(value: unknown): string | undefined {
  if (!isJsonObject(value)) return undefined
  if ('recordings' in value && 'feature' in value)
    return "a scenario of Datadog's API tests, with paths instead of URLs"
  if ('interactions' in value) return nameInteractions(value)
  return undefined
}

function nameInteractions({ version, interactions }: Readonly<Record<string, unknown>>): string {
  const [first, ...others] = Array.isArray(interactions) ? interactions.filter(isJsonObject) : []
  if (!first) return nameVersion(version)
  const keys = Object.keys(first).slice(0, 5).join(', ')
  if ([first, ...others].some((one) => 'direction' in one))
    return `a log of a WebSocket, not of HTTP exchanges (its interactions have: ${keys})`
  if (/request_(?:stream|sample|json|proto)|_proto|_method\b/.test(JSON.stringify(Object.keys(first)) + subkeys(first)))
    return `a log of gRPC, not of HTTP exchanges (its interactions have: ${keys})`
  if ('request' in first) return nameVersion(version)
  return `a cassette whose interactions are no HTTP exchanges (they have: ${keys})`
}

function nameVersion(version: unknown): string {
  // Some writers put the version last: without it, the file may have been cut.
  if (version === undefined) return 'a cassette without a version'
  return `a cassette of version ${writeJson(version)}`
}

function subkeys(first: Readonly<Record<string, unknown>>): string {
  return Object.values(first)
    .flatMap((value) => (isJsonObject(value) ? Object.keys(value) : []))
    .join(' ')
}
