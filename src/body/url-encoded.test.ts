import fc from 'fast-check'
import { expect, test } from 'vitest'
import { toBinaryString } from '../bytes/binary-string.ts'
import { decodePair, dropParameters, encodePair, parseUrlEncoded } from './url-encoded.ts'

const percentEncode = (bytes: Uint8Array): string =>
  [...bytes].map((byte) => `%${byte.toString(16).padStart(2, '0')}`).join('')

test('different bytes are different texts, and survive encoding', () => {
  const bytes = fc.uint8Array({ maxLength: 6 })
  fc.assert(
    fc.property(bytes, bytes, (name, value) => {
      const pair = decodePair(`${percentEncode(name)}=${percentEncode(value)}`)
      expect(decodePair(encodePair(...pair))).toEqual(pair)
      expect(pair[0] === pair[1]).toBe(toBinaryString(name) === toBinaryString(value))
    }),
  )
})

test('text is decoded as URLSearchParams decodes it', () => {
  const piece = fc.constantFrom('x', '=', '&', '+', '%', '%2', '%zz', '%41', '%C3%A9', '%00', '?', ' ', '#', ';')
  fc.assert(
    fc.property(fc.array(piece), (pieces) => {
      const text = pieces.join('')
      const expected: Record<string, string[]> = Object.create(null)
      for (const [name, value] of new URLSearchParams(`&${text}`))
        expected[name] = [...(expected[name] ?? []), value].sort()
      expect(parseUrlEncoded(text)).toEqual(expected)
    }),
  )
})

test('dropping a parameter leaves the others as they are spelled', () => {
  const url = new URL('https://api.test/?q=%E9&%61=1&b=x+y&a=2&c')
  dropParameters(url, (name) => name === 'a')
  expect(url.search).toBe('?q=%E9&b=x+y&c')
  dropParameters(url, () => true)
  expect(url.href).toBe('https://api.test/')
})
