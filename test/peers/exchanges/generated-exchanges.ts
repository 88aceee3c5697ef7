import fc from 'fast-check'
import type { ListedExchange } from './exchange.ts'
import { texts } from './texts.ts'

/** Pieces of text, most of which mean something to YAML next to another. */
const pieces = [
  ...Object.values(texts).filter((text) => text.length < 12),
  ...['a', 'bc', 'é', '漢', '😀', ' ', '  ', '\t', '\n', '\n\n', '\r\n', '\r', '\u2028', '\u2029', '\u0085', '\ufeff'],
  ...[
    'data: ',
    '{"a":',
    ': ',
    ' #',
    '- ',
    "'",
    '"',
    '\\',
    '\n ',
    ' \n',
    '\n\t',
    '\0',
    '\x1b',
    '\x7f',
    'word '.repeat(20),
  ],
]

const text = fc.array(fc.constantFrom(...pieces), { minLength: 1, maxLength: 12 }).map((parts) => parts.join(''))
const bytes = fc.uint8Array({ maxLength: 40 })
const body = fc.oneof({ weight: 4, arbitrary: text }, { weight: 1, arbitrary: bytes })
// In compatibility form, and each name once: WebMock changes any other query.
const value = text.map((parts) => parts.normalize('NFKC'))
const query = fc.dictionary(fc.constantFrom('a', 'b', 'yes', '~', 'é'), value, { maxKeys: 3 })
const headerText = text.map((value) => value.replace(/[^\t\x20-\x7e]/g, '').trim())

const exchange = fc.record({
  method: fc.constantFrom('POST', 'PUT', 'PATCH'),
  query: query.map((fields) => (Object.keys(fields).length === 0 ? '' : `?${new URLSearchParams(fields)}`)),
  requestBody: body,
  status: fc.constantFrom(200, 200, 200, 201, 400, 404, 500),
  responseBody: body,
  header: headerText,
  transfer: fc.constantFrom('whole' as const, 'whole' as const, 'chunked' as const, 'gzip' as const),
})

/** Exchanges of arbitrary texts and bytes. The same seed generates the same exchanges. */
export function generateExchanges(count: number, seed: number): ListedExchange[] {
  return fc.sample(exchange, { numRuns: count, seed }).map(({ query, header, ...generated }, index) => ({
    ...generated,
    id: `generated-${index}`,
    path: `/generated-${index}${query}`,
    requestType: 'text/plain',
    responseHeaders: [['X-Text', header]],
  }))
}
