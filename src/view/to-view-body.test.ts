import { expect, test } from 'vitest'
import { createTextBudget } from './text-budget.ts'
import { type ShownBody, toViewBody } from './to-view-body.ts'

const encode = (text: string): Uint8Array<ArrayBuffer> => new TextEncoder().encode(text)
const view = (bytes: Uint8Array<ArrayBuffer>, more: Partial<ShownBody> = {}) =>
  toViewBody({ bytes, contentType: '', ...more }, createTextBudget(8))

test('a text is shown with its type, as far as the page has room', () => {
  expect(view(encode('Olá, tudo bem?'), { contentType: 'text/plain; charset=utf-8' })).toEqual({
    type: 'text/plain',
    bytes: 15,
    content: { text: 'Olá, tud', omitted: 6 },
    notes: [],
  })
})

test('without a content type, it follows from the content', () => {
  expect([view(encode('{"a":1}')).type, view(encode('data: 1\n\n')).type, view(encode('')).type]).toEqual([
    'application/json',
    'text/event-stream',
    '',
  ])
})

test.each([
  ['a NUL', Uint8Array.of(0x61, 0, 0x62), '610062'],
  ['invalid UTF-8', Uint8Array.of(0xff, 0xfb), 'fffb'],
])('bytes with %s are binary, and are shown in hexadecimal', (_name, bytes, head) => {
  expect(view(bytes, { contentType: 'audio/mpeg' })).toEqual({
    type: 'audio/mpeg',
    bytes: bytes.length,
    head,
    notes: [],
  })
})

test('a terminal escape does not make a text binary, because logs contain them', () => {
  expect(view(encode('\u001b[1mx'))).toMatchObject({ content: { text: '\u001b[1mx' } })
})

test('only the first 512 bytes of a binary body are shown', () => {
  expect(view(new Uint8Array(2000), { contentType: 'image/png' }).head).toHaveLength(1024)
})

test('a text that is not valid UTF-8, or not decompressed, is shown with a note', () => {
  const failure = 'unexpected end of file'
  expect(view(Uint8Array.of(0x61, 0xff), { contentType: 'application/json', failure })).toEqual({
    type: 'application/json',
    bytes: 2,
    content: { text: 'a\uFFFD' },
    notes: [
      'It could not be decompressed: unexpected end of file.',
      'It is not valid UTF-8: \uFFFD replaces invalid bytes.',
    ],
  })
})
