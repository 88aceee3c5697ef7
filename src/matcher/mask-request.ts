import { decodePair, decodePercent, encodePair, encodeText, splitPairs } from '../body/url-encoded.ts'
import { JsonNumber } from '../json/json-number.ts'
import { isJsonObject } from '../json/json-value.ts'
import type { NormalizedRequest } from './normalized-request.ts'

/**
 * Masks the texts of a request: its path, its query, its headers and its body. The host stays, because it determines which
 * session answers.
 *
 * @param request is not changed, except for its URL
 * @param mask replaces the texts that change on every run
 */
export function maskRequest(request: NormalizedRequest, mask: (text: string) => string): NormalizedRequest {
  maskPath(request.url, mask)
  maskQuery(request.url, mask)
  return {
    method: request.method,
    url: request.url,
    get headers() {
      return new Headers([...request.headers].map(([name, value]) => [name, mask(value)]))
    },
    body: maskValue(request.body, mask),
    ...(request.bodyKind && { bodyKind: request.bodyKind }),
  }
}

/** First segment by segment, because a text in a path can be percent-encoded. */
function maskPath(url: URL, mask: (text: string) => string): void {
  const segments = url.pathname.split('/').map((segment) => {
    const text = decodePercent(segment)
    const masked = mask(text)
    return masked === text ? segment : encodeText(masked)
  })
  const masked = mask(segments.join('/'))
  if (masked !== url.pathname) url.pathname = masked
}

function maskQuery(url: URL, mask: (text: string) => string): void {
  const query = splitPairs(url.search.slice(1))
  const masked = query.map((pair) => {
    const [name, value] = decodePair(pair)
    const [maskedName, maskedValue] = [mask(name), mask(value)]
    return maskedName === name && maskedValue === value ? pair : encodePair(maskedName, maskedValue)
  })
  if (masked.some((pair, index) => pair !== query[index])) url.search = masked.join('&')
}

function maskValue(value: unknown, mask: (text: string) => string): unknown {
  if (typeof value === 'string') return mask(value)
  if (typeof value === 'number' || typeof value === 'bigint' || value instanceof JsonNumber)
    return maskNumber(value, mask)
  if (Array.isArray(value)) return value.map((item) => maskValue(item, mask))
  return isJsonObject(value) ? maskObject(value, mask) : value
}

/** A number that no mask matches stays a number. */
function maskNumber(value: number | bigint | JsonNumber, mask: (text: string) => string): unknown {
  const text = String(value)
  const masked = mask(text)
  return masked === text ? value : masked
}

/** Names too: some maps have ids as their keys. Names that become equal are numbered, so that no member is lost. */
function maskObject(object: Readonly<Record<string, unknown>>, mask: (text: string) => string): unknown {
  const masked = new Map<string, unknown>()
  const numbers = new Map<string, number>()
  for (const [key, member] of Object.entries(object)) {
    const name = mask(key)
    let unique = name
    let number = numbers.get(name) ?? 1
    while (masked.has(unique)) unique = `${name} ${++number}`
    numbers.set(name, number)
    masked.set(unique, maskValue(member, mask))
  }
  return Object.fromEntries(masked)
}
