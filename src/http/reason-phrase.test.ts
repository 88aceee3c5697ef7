import fc from 'fast-check'
import { expect, test } from 'vitest'
import { decodeReasonPhrase, encodeReasonPhrase } from './reason-phrase.ts'

test.each([
  ['OK', 'OK'],
  ['', ''],
  ['Je suis une théière', 'Je suis une thÃ©iÃ¨re'],
  ['好', 'å¥½'],
  ['a\r\nb\0c', 'abc'],
])('%j is sent as %j', (text, encoded) => {
  expect(encodeReasonPhrase(text)).toBe(encoded)
})

test('any phrase is accepted by Response, and decodes to itself without its control characters', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      const encoded = encodeReasonPhrase(text)
      expect(() => new Response('', { statusText: encoded })).not.toThrow()
      // biome-ignore lint/suspicious/noControlCharactersInRegex: they can't be sent.
      expect(decodeReasonPhrase(encoded)).toBe(text.replace(/[\u0000-\u0008\u000a-\u001f\u007f]/g, ''))
    }),
  )
})
