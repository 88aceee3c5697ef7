import { isJsonObject } from '../json/json-value.ts'
import { writeJson } from '../json/write-json.ts'

/** A format that this library can't read. */
export interface UnsupportedFormat {
  /** A phrase such as `a log of a WebSocket`. */
  readonly found: string
  /** The advice, as a sentence; undefined if there is nothing specific. */
  readonly advice?: string
}

/**
 * Names the format of a document that this library can't read, for the error message.
 *
 * @param value a parsed document that no format accepted
 * @returns undefined if the shape is unknown
 */
export function nameUnsupportedFormat(value: unknown): UnsupportedFormat | undefined {
  const mock = MOCKS.find(({ detect }) => detect(value))
  if (mock) return { found: mock.found, advice: MOCK_ADVICE }
  if (!isJsonObject(value)) return undefined
  if ('recordings' in value && 'feature' in value)
    return { found: "a scenario of Datadog's API tests, with paths instead of URLs" }
  if ('interactions' in value) return { found: nameInteractions(value) }
  return undefined
}

/** The files of tools that answer with mocks. Their requests are patterns, or have no URL. */
const MOCKS: readonly { readonly found: string; detect(value: unknown): boolean }[] = [
  {
    found: 'an expectation of MockServer',
    detect: (value) => isAnyMap(value, (item) => 'httpRequest' in item),
  },
  {
    found: 'a contract of Pact',
    detect: (value) =>
      isJsonObject(value) &&
      'consumer' in value &&
      'provider' in value &&
      ('interactions' in value || 'messages' in value),
  },
  {
    found: 'fixtures of aimock',
    detect: (value) => isAnyMap(isJsonObject(value) ? value.fixtures : value, (item) => 'match' in item),
  },
  {
    found: 'a stub mapping of WireMock',
    detect: (value) =>
      isAnyMap(value, isStubMapping) || (isJsonObject(value) && isAnyMap(value.mappings, isStubMapping)),
  },
]

const MOCK_ADVICE =
  'It describes mocked responses, and no recorded exchange. Record the exchange with this library into a new file.'

/** Whether a value is a map, or a list of maps, the first of which passes a test. */
function isAnyMap(value: unknown, test: (map: Readonly<Record<string, unknown>>) => boolean): boolean {
  const first: unknown = Array.isArray(value) ? value[0] : value
  return isJsonObject(first) && test(first)
}

function isStubMapping(value: unknown): boolean {
  if (!isJsonObject(value)) return false
  const request = value.request ?? value.Request
  const response = value.response ?? value.Response
  if (!isJsonObject(request) || !isJsonObject(response)) return false
  return (
    PATTERNS.some((key) => key in request) ||
    RESPONSES.some((key) => key in response) ||
    (typeof request.url === 'string' && request.url.startsWith('/'))
  )
}

/** Keys that only stub mappings have. The last two are those of WireMock.Net. */
const PATTERNS = ['urlPath', 'urlPattern', 'urlPathPattern', 'urlPathTemplate', 'Path', 'Url']
const RESPONSES = ['jsonBody', 'bodyFileName', 'base64Body', 'proxyBaseUrl', 'BodyAsJson', 'BodyAsFile']

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
