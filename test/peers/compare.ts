import { brotliDecompressSync, inflateSync, unzipSync } from 'node:zlib'
import type { Interaction } from 'msw-cassette'
import type { Exchange } from './exchanges/exchange.ts'
import type { Outcome } from './outcome.ts'

/**
 * Compares a response with the one that the server sent.
 *
 * @returns the first difference, or undefined if the status, the headers and the bytes are equal
 */
export function compareResponse(exchange: Exchange, outcome: Outcome | undefined): string | undefined {
  if (outcome === undefined) return 'was not requested'
  if ('error' in outcome) return outcome.error
  const { status, reason, headers, body } = outcome
  if (status !== exchange.status) return `status ${status} ${excerpt(body)}`
  if (reason.trim() !== exchange.reason) return `reason ${JSON.stringify(reason)}`
  for (const [name] of exchange.responseHeaders) {
    const expected = valuesOf(exchange.responseHeaders, name)
    const values = valuesOf(headers, name)
    if (values !== expected) return `header ${name}: ${excerpt(values)}, not ${excerpt(expected)}`
  }
  const decoded = decompress(body, valuesOf(headers, 'content-encoding'))
  return compareBytes('body', exchange.responseBody, decoded)
}

/** Compares a request in a cassette with the one that was sent, and returns all differences. */
export function compareRequest(exchange: Exchange, { request }: Interaction, origin: string): string[] {
  const { method, url, headers, body } = request
  return [
    method === exchange.method ? undefined : `method ${method}`,
    spellUrl(url) === spellUrl(origin + exchange.path) ? undefined : `URL ${url}`,
    ...exchange.requestHeaders.map(([name, value]) => {
      const values = valuesOf(headers, name)
      return values === value ? undefined : `request header ${name}: ${excerpt(values)}`
    }),
    compareBytes('request body', exchange.requestBody, body),
  ].filter((difference) => difference !== undefined)
}

/** Spells a URL in one way. The order of its query and the spelling of its escapes differ between clients. */
function spellUrl(text: string): string {
  const { origin, pathname, search } = new URL(text)
  const query = search
    .slice(1)
    .split('&')
    .map((field) => decode(field.replaceAll('+', ' ')))
  return JSON.stringify([origin, decode(pathname), query.sort()])
}

/** Bytes that are not UTF-8 stay escaped. */
function decode(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

/** All values of a header, in the order of the message. Only those of `set-cookie` can't be joined by a comma. */
function valuesOf(headers: readonly (readonly [string, string])[], name: string): string {
  const values = headers.filter(([other]) => other.toLowerCase() === name.toLowerCase()).map(([, value]) => value)
  return name.toLowerCase() === 'set-cookie' ? JSON.stringify(values) : values.join(', ')
}

function decompress(body: Uint8Array, encoding: string): Uint8Array {
  try {
    if (encoding === 'br') return brotliDecompressSync(body)
    if (encoding === 'deflate') return inflateSync(body)
    return encoding === 'gzip' && body.length > 0 ? unzipSync(body) : body
  } catch {
    return Buffer.concat([Buffer.from(`not ${encoding}: `), body])
  }
}

function compareBytes(what: string, expected: Uint8Array, actual: Uint8Array): string | undefined {
  if (Buffer.compare(expected, actual) === 0) return undefined
  const at = actual.findIndex((byte, index) => byte !== expected[index])
  const start = Math.max(0, (at === -1 ? actual.length : at) - 10)
  const [found, sent] = [actual, expected].map((bytes) => excerpt(bytes.subarray(start)))
  return `${what} of ${actual.length} bytes, not ${expected.length}: from ${start}, ${found}, not ${sent}`
}

function excerpt(value: Uint8Array | string): string {
  return JSON.stringify((typeof value === 'string' ? value : Buffer.from(value).toString('latin1')).slice(0, 40))
}
