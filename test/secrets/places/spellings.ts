import { brotliCompressSync, deflateSync, gzipSync } from 'node:zlib'
import { cut, JSON_TYPE, jsonAnswer } from './carriers.ts'
import type { Answer } from './place.ts'

const text = (body: string | Uint8Array, headers: Record<string, string> = {}): Answer => ({
  headers: { 'content-type': 'text/plain', ...headers },
  body,
})
const json = (secret: string): string => JSON.stringify({ received: secret, at: 7 })

/** Responses that spell the key of the request in another way. */
export const spellings: Readonly<Record<string, (secret: string) => Answer>> = {
  'in hexadecimal digits': (secret) => jsonAnswer({ received: Buffer.from(secret).toString('hex') }),
  'in hexadecimal digits in upper case': (secret) => text(Buffer.from(secret).toString('hex').toUpperCase()),
  'with escaped slashes': (secret) => jsonAnswer(json(secret).replaceAll('/', '\\/')),
  'in escapes of JSON': (secret) =>
    jsonAnswer(
      `{"received":"${[...secret].map((c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`).join('')}"}`,
    ),
  'in escapes of URLs': (secret) => text(`https://a.test/?b=${encodeURIComponent(secret)}`),
  'in escapes of URLs in lower case': (secret) =>
    text(`https://a.test/?b=${encodeURIComponent(secret).replace(/%../g, (code) => code.toLowerCase())}`),
  'in escapes of XML': (secret) =>
    text(`<a>${[...secret].map((c) => (/\w/.test(c) ? c : `&#${c.charCodeAt(0)};`)).join('')}</a>`),
  'in base64 within other text': (secret) => jsonAnswer({ received: Buffer.from(`a:${secret}\n`).toString('base64') }),
  'in base64url': (secret) => jsonAnswer({ received: Buffer.from(`~${secret}~`).toString('base64url') }),
  'in base64 in base64': (secret) =>
    jsonAnswer({ received: Buffer.from(Buffer.from(`k ${secret}`).toString('base64')).toString('base64') }),
  'in UTF-16': (secret) =>
    text(Buffer.concat([Buffer.from([255, 254]), Buffer.from(json(secret), 'utf16le')]), {
      'content-type': 'text/plain; charset=utf-16',
    }),
  'in UTF-16 without a byte order mark': (secret) => text(Buffer.from(json(secret), 'utf16le')),
  'in gzip': (secret) => ({ headers: { ...JSON_TYPE, 'content-encoding': 'gzip' }, body: gzipSync(json(secret)) }),
  'in brotli': (secret) => ({
    headers: { ...JSON_TYPE, 'content-encoding': 'br' },
    body: brotliCompressSync(json(secret)),
  }),
  'in deflate': (secret) => ({
    headers: { ...JSON_TYPE, 'content-encoding': 'deflate' },
    body: deflateSync(json(secret)),
  }),
  'in gzip in base64': (secret) => jsonAnswer({ received: gzipSync(json(secret)).toString('base64') }),
  'in chunks': (secret) => ({ headers: { 'content-type': 'text/plain' }, body: cut(`you sent ${secret}.`, 9) }),
}
