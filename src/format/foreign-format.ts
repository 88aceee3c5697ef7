import { isMap } from './fields.ts'

/**
 * Names a format that this library knows by sight and does not read, so that its users need not guess.
 *
 * @param value a parsed document that no format accepted
 * @returns such as `a vcrpy cassette`; undefined where the shape is unknown
 */
export function nameForeignFormat(value: unknown): string | undefined {
  return isMap(value) ? nameMap(value) : Array.isArray(value) ? nameList(value[0]) : undefined
}

function nameMap(value: Readonly<Record<string, unknown>>): string | undefined {
  if ('http_interactions' in value) return 'a Ruby VCR cassette'
  if (isMap(value.log) && 'entries' in value.log) return 'a HAR archive'
  if ('request' in value && 'response' in value) return 'a single exchange of the Datadog test agent or msw-snapshot'
  if ('requests' in value && 'responses' in value) return 'a LangChain cassette'
  if ('interactions' in value) return nameInteractions(value)
  return undefined
}

/** go-vcr 1 and vcrpy both say `version: 1`; the shape of the first interaction tells them apart. */
function nameInteractions(value: Readonly<Record<string, unknown>>): string {
  const first = Array.isArray(value.interactions) ? value.interactions[0] : undefined
  const request = isMap(first) && isMap(first.request) ? first.request : {}
  if ('uri' in request) return 'a vcrpy cassette'
  return value.version === undefined ? 'a cassette without a version' : `go-vcr version ${String(value.version)}`
}

function nameList(first: unknown): string | undefined {
  if (!isMap(first)) return undefined
  if ('scope' in first) return 'a nock recording'
  if ('hash' in first && 'snapshot' in first) return 'an undici snapshot'
  return undefined
}
