import { expect, test } from 'vitest'
import type { HeaderPair } from '../cassette.ts'
import { keepHeaders } from './kept-headers.ts'

const headers: HeaderPair[] = [
  ['accept', 'text/plain'],
  ['authorization', 'Bearer abc'],
  ['CONTENT-TYPE', 'text/plain'],
  ['x-request-id', '1'],
  ['x-request-id', '2'],
  ['retry-after', '3'],
  ['x-tenant', 'a'],
]

test('each side keeps the few headers that matter for replay, spelled as in Go, and all values of the requested ones', () => {
  expect({
    request: keepHeaders(headers, 'request', []),
    response: keepHeaders(headers, 'response', []),
    more: keepHeaders(headers, 'response', ['X-Request-ID', 'absent']),
  }).toEqual({
    request: [
      ['Accept', 'text/plain'],
      ['CONTENT-TYPE', 'text/plain'],
    ],
    response: [
      ['CONTENT-TYPE', 'text/plain'],
      ['Retry-After', '3'],
    ],
    more: [
      ['CONTENT-TYPE', 'text/plain'],
      ['X-Request-Id', '1'],
      ['X-Request-Id', '2'],
      ['Retry-After', '3'],
    ],
  })
})

test('each name that is kept is kept in both spellings, on its own side only', () => {
  const names = [
    ...['accept', 'content-type', 'content-encoding', 'mcp-protocol-version', 'user-agent', 'content-disposition'],
    ...['link', 'location', 'mcp-session-id', 'retry-after', 'retry-after-ms', 'x-goog-upload-status'],
    ...['x-goog-upload-url', 'x-should-retry', 'authorization', 'cookie', 'set-cookie', 'date', 'x-api-key'],
  ]
  const keptOn = (side: 'request' | 'response'): string[] =>
    keepHeaders(
      names.map((name) => [name, 'x']),
      side,
      [],
    ).map(([name]) => name)
  expect({ request: keptOn('request'), response: keptOn('response') }).toEqual({
    request: ['Accept', 'Content-Type', 'Content-Encoding', 'Mcp-Protocol-Version', 'User-Agent'],
    response: [
      ...['Content-Type', 'Content-Disposition', 'Link', 'Location', 'Mcp-Session-Id', 'Retry-After'],
      ...['Retry-After-Ms', 'X-Goog-Upload-Status', 'X-Goog-Upload-Url', 'X-Should-Retry'],
    ],
  })
})
