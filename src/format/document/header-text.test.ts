import { expect, test } from 'vitest'
import { toByteString } from '../../http/http-request.ts'
import { parseCassette } from '../parse-cassette.ts'
import { stringifyCassette } from '../stringify-cassette.ts'
import { encodeUtf8Header, readUtf8Header } from './header-text.ts'

const utf8 = (text: string): string => Buffer.from(text).toString('latin1')

test.each([
  ['ASCII', 'a', 'a'],
  ['UTF-8', utf8('Olá'), 'Olá'],
  ['UTF-8 beyond latin1', utf8('好'), '好'],
  ['text beyond latin1', '好', '好'],
  ['latin1', 'Ol\xe1', undefined],
  ['bytes that are no text', '\xff\xfe\x80', undefined],
  ['UTF-8 that was encoded twice', utf8(utf8('á')), undefined],
])('the bytes of %s survive writing and reading', (_, value, text) => {
  const encoded = encodeUtf8Header(value)
  expect({ bytes: Buffer.from(encoded.bytes).toString('latin1'), text: encoded.text }).toEqual({
    bytes: toByteString(value),
    text,
  })
  const interaction = {
    request: { method: 'GET', url: 'https://api.test/', headers: [['X-Text', value]], body: new Uint8Array() },
    response: { status: 200, statusText: 'OK', headers: [['X-Text', value]], body: new Uint8Array() },
  } as const
  const written = stringifyCassette({ interactions: [interaction] })
  expect(written.match(/X-Text:\n *- '?(.*?)'?$/m)?.[1]).toBe(text ?? '!!binary |')
  const [read] = parseCassette(written).interactions
  expect(
    [read?.request.headers, read?.response.headers].map((headers) => toByteString(headers?.[0]?.[1] ?? '')),
  ).toEqual([toByteString(value), toByteString(value)])
})

test('text of go-vcr is sent as UTF-8, and the bytes of earlier versions of this library stay', () => {
  expect(['Olá', 'Ã¡', 'a', '好'].map(readUtf8Header)).toEqual([utf8('Olá'), 'Ã¡', 'a', '好'])
})
