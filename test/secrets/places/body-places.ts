import { brotliCompressSync, deflateSync, gzipSync, zstdCompressSync } from 'node:zlib'
import { eventsAnswer, JSON_TYPE, jsonAnswer, receives, sends } from './carriers.ts'
import type { Place, PlaceInput } from './place.ts'

const JPEG = Buffer.from([255, 216, 255, 224, 0, 16, 74, 70, 73, 70, 0, 1, 200, 129])

/** A part of a multipart body: its headers and its content. */
type Part = readonly [headers: string, content: string | Uint8Array]

function multipart(parts: readonly Part[]): { headers: Record<string, string>; body: Buffer<ArrayBuffer> } {
  const boundary = 'form-boundary-7MA4YWxk'
  const body = Buffer.concat([
    ...parts.flatMap(([headers, content]) => [
      Buffer.from(`--${boundary}\r\n${headers}\r\n\r\n`),
      Buffer.from(content as Uint8Array),
      Buffer.from('\r\n'),
    ]),
    Buffer.from(`--${boundary}--\r\n`),
  ])
  return { headers: { 'content-type': `multipart/form-data; boundary=${boundary}` }, body }
}

const field = (name: string): string => `Content-Disposition: form-data; name="${name}"`
const file = (type: string): string =>
  `Content-Disposition: form-data; name="file"; filename="a.bin"\r\nContent-Type: ${type}`

const json = ({ name, secret }: PlaceInput): string =>
  JSON.stringify({ model: 'm', [name.snake]: secret, text: 'Say hi.' })
const sentence = ({ secret }: PlaceInput): string => `Please look at ${secret} and at 7 other things.`

/** Named and bare content of a body that an encoding hides. */
const contents = { value: json, bare: sentence } as const

type Encode = (content: string) => { headers: Record<string, string>; body: string | Buffer<ArrayBuffer> }

const utf16be = (text: string): Buffer<ArrayBuffer> => Buffer.from(text, 'utf16le').swap16()

/** Encodings of a whole body. */
const encodings: Readonly<Record<string, Encode>> = {
  gzip: (content) => ({ headers: { ...JSON_TYPE, 'content-encoding': 'gzip' }, body: gzipSync(content) }),
  brotli: (content) => ({ headers: { ...JSON_TYPE, 'content-encoding': 'br' }, body: brotliCompressSync(content) }),
  deflate: (content) => ({ headers: { ...JSON_TYPE, 'content-encoding': 'deflate' }, body: deflateSync(content) }),
  zstd: (content) => ({ headers: { ...JSON_TYPE, 'content-encoding': 'zstd' }, body: zstdCompressSync(content) }),
  'gzip that no header declares': (content) => ({
    headers: { 'content-type': 'application/gzip' },
    body: gzipSync(content),
  }),
  'UTF-16 with a byte order mark': (content) => ({
    headers: { 'content-type': 'application/json; charset=utf-16' },
    body: Buffer.concat([Buffer.from([255, 254]), Buffer.from(content, 'utf16le')]),
  }),
  'UTF-16, big endian': (content) => ({
    headers: { 'content-type': 'application/json; charset=utf-16be' },
    body: utf16be(content),
  }),
  base64: (content) => ({
    headers: { 'content-type': 'text/plain' },
    body: Buffer.from(content).toString('base64'),
  }),
  'base64 in lines': (content) => ({
    headers: { 'content-type': 'text/plain' },
    body: (
      Buffer.from(content)
        .toString('base64')
        .match(/.{1,76}/g) ?? []
    ).join('\r\n'),
  }),
  'hexadecimal digits': (content) => ({
    headers: { 'content-type': 'text/plain' },
    body: Buffer.from(content).toString('hex'),
  }),
  'gzip in base64': (content) => ({
    headers: JSON_TYPE,
    body: JSON.stringify({ blob: gzipSync(content).toString('base64') }),
  }),
  'a binary body': (content) => ({
    headers: { 'content-type': 'application/octet-stream' },
    body: Buffer.concat([JPEG, Buffer.from(content), JPEG]),
  }),
}

/** Bodies that are XML. */
const documents: Readonly<Record<string, (input: PlaceInput) => string>> = {
  'an element': ({ name, secret }) =>
    `<?xml version="1.0"?><a><User>ada</User><${name.pascal}>${secret}</${name.pascal}></a>`,
  'an element with a prefix': ({ name, secret }) =>
    `<s:a xmlns:s="urn:a"><s:${name.camel} s:type="text">\n  ${secret}\n</s:${name.camel}></s:a>`,
  'an element with CDATA': ({ name, secret }) => `<a><${name.snake}><![CDATA[${secret}]]></${name.snake}><b/></a>`,
  'an attribute of an element': ({ name, secret }) => `<a><login user="ada" ${name.camel}='${secret}' b="1"/></a>`,
  'an attribute with the name and one with the value': ({ name, secret }) =>
    `<a><setting name="${name.snake}" value="${secret}"/></a>`,
  'the password of SOAP': ({ secret }) =>
    `<Envelope><Header><wsse:UsernameToken><wsse:Username>ada</wsse:Username><wsse:Password Type="PasswordText">${secret}</wsse:Password></wsse:UsernameToken></Header></Envelope>`,
}

/** Bodies in other formats than JSON, and encoded bodies. */
export const bodyPlaces: readonly Place[] = [
  ...Object.entries(encodings).flatMap(([title, encode]) =>
    (['value', 'bare'] as const).flatMap((reach): Place[] => {
      const what = reach === 'value' ? 'a member' : 'a sentence'
      const build = contents[reach]
      return [
        { name: `${what} in ${title}, in a request`, reach, steps: (input) => sends(encode(build(input))) },
        { name: `${what} in ${title}, in a response`, reach, steps: (input) => receives(encode(build(input))) },
      ]
    }),
  ),
  ...Object.entries(documents).flatMap(([title, build]): Place[] => {
    const common = {
      reach: 'value',
      fits: 'line',
      accepts: (secret: string) => (/[<&]/.test(secret) ? 'no' : 'yes'),
    } as const
    const message = (input: PlaceInput) => ({
      headers: { 'content-type': 'application/xml; charset=utf-8' },
      body: build(input),
    })
    return [
      { ...common, name: `${title} in a request`, steps: (input) => sends(message(input)) },
      { ...common, name: `${title} in a response`, steps: (input) => receives(message(input)) },
    ]
  }),
  form('a field of a multipart form', 'value', ({ name, secret }) => [
    [field('user'), 'ada'],
    [field(name.snake), secret],
  ]),
  form('a field of a multipart form next to bytes', 'value', ({ name, secret }) => [
    [field(name.camel), secret],
    [file('image/jpeg'), JPEG],
  ]),
  form('a field of a multipart form with a content type', 'value', ({ name, secret }) => [
    [`${field(name.snake)}\r\nContent-Type: text/plain; charset=utf-8`, secret],
  ]),
  form('a field of a multipart form in base64', 'value', ({ name, secret }) => [
    [`${field(name.snake)}\r\nContent-Transfer-Encoding: base64`, Buffer.from(secret).toString('base64')],
  ]),
  form('JSON in a multipart form', 'value', ({ name, secret }) => [
    [`${field('metadata')}\r\nContent-Type: application/json`, JSON.stringify({ [name.camel]: secret })],
  ]),
  form('a file with .env', 'text', ({ name, secret }) => [
    [field('purpose'), 'assistants'],
    [file('text/plain'), `A=1\n${name.upper}=${JSON.stringify(secret)}\nB=2\n`],
  ]),
  form('a file with lines of JSON', 'value', (input) => [
    [field('purpose'), 'batch'],
    [file('application/jsonl'), `${JSON.stringify({ custom_id: '1', body: { model: 'm' } })}\n${json(input)}\n`],
  ]),
  form('a file of bytes', 'bare', ({ secret }) => [
    [file('image/jpeg'), Buffer.concat([JPEG, Buffer.from(secret), JPEG])],
  ]),
  form('a field of a multipart form without a telling name', 'bare', ({ secret }) => [[field('note'), secret]]),
  {
    name: 'lines of JSON in a request',
    reach: 'value',
    steps: (input) =>
      sends({ headers: { 'content-type': 'application/x-ndjson' }, body: `{"index":{"_id":"1"}}\n${json(input)}\n` }),
  },
  {
    name: 'lines of JSON in a response',
    reach: 'value',
    steps: (input) =>
      receives({ headers: { 'content-type': 'application/x-ndjson' }, body: `{"done":false}\n${json(input)}\n` }),
  },
  {
    name: 'credentials of AWS in XML',
    reach: 'value',
    fits: 'line',
    accepts: (secret) => (/[<&]/.test(secret) ? 'no' : 'yes'),
    steps: ({ secret }) =>
      receives({
        headers: { 'content-type': 'text/xml' },
        body: `<AssumeRoleResult><Credentials><SessionToken>${secret}</SessionToken><Expiration>2026-01-01</Expiration></Credentials></AssumeRoleResult>`,
      }),
  },
  {
    name: 'the name of an event',
    reach: 'bare',
    fits: 'line',
    steps: ({ secret }) => receives({ ...eventsAnswer([]), body: [`event: ${secret}\ndata: {}\n\n`] }),
  },
  {
    name: 'the reason phrase',
    reach: 'bare',
    fits: 'line',
    steps: ({ secret }) => receives({ ...jsonAnswer({ ok: false }, 401), statusText: `no such key ${secret}` }),
  },
]

function form(name: string, reach: Place['reach'], parts: (input: PlaceInput) => readonly Part[]): Place {
  return { name, reach, steps: (input) => sends(multipart(parts(input))) }
}
