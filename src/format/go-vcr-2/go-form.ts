import { mediaType } from '../../body/content-type.ts'
import { decodeUtf8 } from '../../body/decode-utf8.ts'
import { decodePercentBytes, splitPairs } from '../../body/url-encoded.ts'
import { fromBinaryString, toBinaryString } from '../../bytes/binary-string.ts'
import { findHeader, type RecordedRequest } from '../../cassette.ts'
import { writeKey, writeText } from '../yaml-writer/yaml-text.ts'

/** A longer body has no fields in Go. */
const MAX_FORM_BYTES = 10 * 1024 * 1024

/** A name or a value, one character for each byte. */
type Pair = readonly [name: string, value: string]

/**
 * Writes the key `form` of a request: Go's `Request.Form`, which has the fields of the body before those of the query. Only POST, PUT
 * and PATCH have fields in the body.
 *
 * @param indent the spaces before the key, which the caller writes
 * @returns whole lines, without indentation; none if there are no fields
 * @see https://pkg.go.dev/net/http#Request.ParseForm
 */
export function writeGoForm(request: RecordedRequest, indent: string): string[] {
  const fields = readGoForm(request)
  if (fields.size === 0) return []
  const sorted = [...fields].sort(([a], [b]) => (a < b ? -1 : 1))
  return [
    'form:',
    ...sorted.flatMap(([name, values]) => [
      ...writeName(name).map((line) => `  ${line}`),
      ...values.map((value) => `  - ${writeValue(value, `${indent}  `)}`),
    ]),
  ]
}

/** Reads the same fields: the values of each name, one character for each byte. */
export function readGoForm(request: RecordedRequest): Map<string, string[]> {
  const fields = new Map<string, string[]>()
  for (const [name, value] of parseGoForm(request)) {
    const values = fields.get(name)
    if (values) values.push(value)
    else fields.set(name, [value])
  }
  return fields
}

function writeName(name: string): string[] {
  const text = decodeUtf8(fromBinaryString(name))
  return text === undefined ? [`? ${writeBinary(name)}`, ':'] : writeKey(text)
}

function writeValue(value: string, indent: string): string {
  const text = decodeUtf8(fromBinaryString(value))
  return text === undefined ? writeBinary(value) : writeText(text, indent)
}

function writeBinary(bytes: string): string {
  return `!!binary ${btoa(bytes)}`
}

function parseGoForm({ method, url, headers, body }: RecordedRequest): Pair[] {
  const isForm = mediaType(findHeader(headers, 'content-type')) === 'application/x-www-form-urlencoded'
  const hasFields = isForm && ['POST', 'PUT', 'PATCH'].includes(method) && body.length <= MAX_FORM_BYTES
  const query = URL.canParse(url) ? new URL(url).search.slice(1) : ''
  return [...(hasFields ? parsePairs(toBinaryString(body)) : []), ...parsePairs(query)]
}

/** Skips what Go skips: a pair with a semicolon or with a percent sign that encodes nothing. */
function parsePairs(text: string): Pair[] {
  return splitPairs(text)
    .filter((pair) => !/;|%(?![\da-f]{2})/i.test(pair))
    .map((pair) => {
      const equals = pair.indexOf('=')
      return equals === -1
        ? [decodeField(pair), '']
        : [decodeField(pair.slice(0, equals)), decodeField(pair.slice(equals + 1))]
    })
}

function decodeField(text: string): string {
  return decodePercentBytes(text.replaceAll('+', ' '))
}
