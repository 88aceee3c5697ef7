import type { ListedExchange } from './exchange.ts'
import { texts } from './texts.ts'

const JSON_TYPE = 'application/json'
const FORM = 'application/x-www-form-urlencoded'
const BYTES = 'application/octet-stream'
const EVENTS = 'text/event-stream'

const everyByte = Uint8Array.from({ length: 256 }, (_, byte) => byte)

const bytes: Readonly<Record<string, Uint8Array>> = {
  'latin-1': Buffer.from('caf\xe9', 'latin1'),
  'invalid-utf-8': Uint8Array.of(0x61, 0xc3, 0x28, 0x62),
  'invalid-utf-8-in-lines': Buffer.concat([Buffer.from('data: é\n\ndata: '), Uint8Array.of(0xff), Buffer.from('\n\n')]),
  overlong: Uint8Array.of(0xc0, 0xaf),
  surrogate: Uint8Array.of(0x61, 0xed, 0xa0, 0x80, 0x62),
  'cut-character': Buffer.from('漢').subarray(0, 2),
  'utf-16': Buffer.from('\ufeffhi', 'utf16le'),
  every: everyByte,
  'png-signature': Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'),
  zeros: new Uint8Array(1000),
  'gzip-signature': Buffer.from('1f8b0800', 'hex'),
}

const events = [...Array(6).keys()].map((n) => `event: x\ndata: {"n":${n},"text":"é漢😀"}\n\n`).join('')
const stream = `${events}data: [DONE]\n\n`
const streams: Readonly<Record<string, string>> = {
  lines: stream,
  crlf: stream.replaceAll('\n', '\r\n'),
  'carriage-returns': stream.replaceAll('\n', '\r'),
  comments: `: hello\n\n${stream}: bye\n\n`,
  'cut-short': 'data: a\n\ndata: b',
  'byte-order-mark': '\ufeffdata: a\n\n',
  'line-separators': 'data: a\u2028b\n\ndata: \u2029\n\n',
}

const bodies: readonly ListedExchange[] = [
  ...Object.entries(texts).map(([name, text]) => ({ id: `text-${name}`, requestBody: text, responseBody: text })),
  ...Object.entries(bytes).map(([name, body]) => ({
    id: `bytes-${name}`,
    requestType: BYTES,
    requestBody: body,
    responseType: name === 'latin-1' ? 'text/plain; charset=iso-8859-1' : BYTES,
    responseBody: body,
  })),
  ...Object.entries(streams).map(([name, responseBody]) => ({
    id: `stream-${name}`,
    requestType: JSON_TYPE,
    requestBody: '{"stream":true}',
    responseType: EVENTS,
    responseBody,
    transfer: 'chunked' as const,
  })),
  { id: 'gzip-stream', responseType: EVENTS, responseBody: stream, transfer: 'gzip' },
  { id: 'gzip-json', responseType: JSON_TYPE, responseBody: '{"a":"é"}', transfer: 'gzip' },
  { id: 'gzip-bytes', responseType: BYTES, responseBody: everyByte, transfer: 'gzip' },
  { id: 'gzip-empty', transfer: 'gzip' },
  { id: 'deflate', responseBody: 'hello deflate', transfer: 'deflate' },
  { id: 'brotli', responseBody: 'hello brotli', transfer: 'br' },
]

const requests: readonly ListedExchange[] = [
  { id: 'get', method: 'GET', responseBody: 'get' },
  { id: 'query', method: 'GET', path: '/query?a=1&a=2&b=&c&d=x%20y&e=x+y&f=%C3%A9', responseBody: 'query' },
  { id: 'query-not-utf-8', method: 'GET', path: '/query-not-utf-8?q=%E9', responseBody: 'E9' },
  { id: 'query-also-not-utf-8', method: 'GET', path: '/query-not-utf-8?q=%E8', responseBody: 'E8' },
  { id: 'query-decomposed', method: 'GET', path: '/query-decomposed?q=e%CC%81%C2%A0', responseBody: 'query' },
  { id: 'post-with-query', path: '/post-with-query?alt=sse&x=1', requestBody: 'body', responseBody: 'query' },
  { id: 'escaped-path', method: 'GET', path: '/escaped-path/%C3%A9%20%2F%3A@:;,=!~*()', responseBody: 'path' },
  { id: 'form', requestType: FORM, requestBody: 'a=1&a=2&b=x+y&c=%C3%A9&d=', responseBody: 'form' },
  { id: 'form-query', path: '/form-query?a=0&z=9', requestType: FORM, requestBody: 'a=1&b=2', responseBody: 'form' },
  { id: 'form-not-utf-8', requestType: FORM, requestBody: 'a=%E9&b=%00', responseBody: 'form' },
  { id: 'form-malformed', requestType: FORM, requestBody: 'a=%zz&b', responseBody: 'form' },
  { id: 'form-put', method: 'PUT', requestType: FORM, requestBody: 'yes=no&null=~', responseBody: 'form' },
  {
    id: 'multipart',
    requestType: 'multipart/form-data; boundary=XX',
    requestBody:
      '--XX\r\nContent-Disposition: form-data; name="f"; filename="a.bin"\r\nContent-Type: application/octet-stream\r\n\r\n\0\x01é\r\n--XX--\r\n',
    responseBody: 'multipart',
  },
  { id: 'json-null', requestType: JSON_TYPE, requestBody: 'null', responseType: JSON_TYPE, responseBody: 'null' },
  { id: 'put', method: 'PUT', requestType: JSON_TYPE, requestBody: '{"a":1}', responseBody: 'put' },
  { id: 'patch', method: 'PATCH', requestType: JSON_TYPE, requestBody: '{"a":1}', responseBody: 'patch' },
  { id: 'delete', method: 'DELETE', status: 204 },
  { id: 'delete-with-body', method: 'DELETE', requestType: JSON_TYPE, requestBody: '{"a":1}', responseBody: '{}' },
  { id: 'delete-form', method: 'DELETE', requestType: FORM, requestBody: 'a=1', responseBody: 'deleted' },
  { id: 'head', method: 'HEAD' },
  { id: 'options', method: 'OPTIONS', responseBody: 'options' },
  {
    id: 'request-headers',
    requestHeaders: [
      ['Accept', 'text/event-stream, application/json;q=0.5'],
      ['User-Agent', 'peers: "1.0" # x'],
      ['X-Yaml', '- not: [a, list]'],
    ],
    requestBody: 'a',
    responseBody: 'headers',
  },
]

const WITHOUT_BODY = new Set([204, 205, 304])
const statuses = [
  201, 202, 203, 204, 205, 206, 299, 300, 301, 302, 303, 304, 307, 308, 400, 401, 403, 404, 418, 429, 500, 503, 599,
]

const responses: readonly ListedExchange[] = [
  ...statuses.map((status) => ({
    id: `status-${status}`,
    status,
    responseBody: WITHOUT_BODY.has(status) ? '' : `status ${status}`,
    responseHeaders: headersOf(status),
  })),
  { id: 'reason-of-signs', reason: 'Fine: "really" # yes', responseBody: 'reason' },
  { id: 'reason-of-digits', reason: '0x1F', responseBody: 'reason' },
  { id: 'reason-empty', reason: '', responseBody: 'reason' },
  {
    id: 'repeated-headers',
    responseBody: 'headers',
    responseHeaders: [
      ['Link', '<a>; rel="next"'],
      ['Link', '<b>; rel="prev"'],
      ['X-Many', 'one, two'],
      ['X-Many', 'three'],
    ],
  },
  {
    id: 'cookies',
    responseBody: 'cookies',
    responseHeaders: [
      ['Set-Cookie', 'a=1; Path=/'],
      ['Set-Cookie', 'b=2; Expires=Thu, 01 Jan 2099 00:00:00 GMT'],
    ],
  },
  {
    id: 'unusual-headers',
    responseBody: 'headers',
    responseHeaders: [
      ['X-Comment', '# not: a comment'],
      ['X-Dash', '- a'],
      ['X-Yes', 'yes'],
      ['X-Octal', '012'],
      ['X-Quotes', `"a" 'b'`],
      ['X-Empty', ''],
      ['X-Tab', 'a\tb'],
      ['X-Long', 'v'.repeat(2000)],
      ['Content-Disposition', 'attachment; filename="a b.txt"'],
      ['Link', `<https://example.test/?a=1&b='2'>; rel="next"`],
    ],
  },
  {
    id: 'header-of-utf-8',
    responseBody: 'headers',
    responseHeaders: [['X-Text', Buffer.from('é漢').toString('latin1')]],
  },
  { id: 'header-of-latin-1', responseBody: 'headers', responseHeaders: [['X-Text', 'caf\xe9']] },
  ...[0, 1, 2].map((n) => ({ id: `repeat-${n}`, path: '/repeat', requestBody: 'same', responseBody: `answer ${n}` })),
]

function headersOf(status: number): readonly (readonly [string, string])[] {
  if (status === 429) return [['Retry-After', '1']]
  return status > 300 && status < 309 && status !== 304 ? [['Location', '/get']] : []
}

// Last: each further recording is written behind them.
const big: readonly ListedExchange[] = [
  { id: 'big-request', requestBody: `${'z'.repeat(500_000)}\n`, responseBody: 'ok' },
  {
    id: 'big-text',
    responseType: EVENTS,
    responseBody: `data: {"text":"é漢😀 ${'y'.repeat(60)}"}\n\n`.repeat(10_000),
  },
  { id: 'big-bytes', responseType: BYTES, responseBody: toNoise(1_000_000) },
]

/** Bytes that look random and are the same in each run. */
function toNoise(length: number): Uint8Array {
  let state = 7
  return Uint8Array.from({ length }, () => {
    state = (state * 1_103_515_245 + 12_345) & 0x7f_ff_ff_ff
    return state >> 16
  })
}

/** The exchanges that are written down here: each is a case of its own. */
export const listedExchanges: readonly ListedExchange[] = [...bodies, ...requests, ...responses, ...big]
