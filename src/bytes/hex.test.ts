import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fromHex } from './hex.ts'

test('any bytes are decoded, in both cases', () => {
  fc.assert(
    fc.property(fc.uint8Array(), fc.boolean(), (bytes, isUpper) => {
      const hex = Buffer.from(bytes).toString('hex')
      expect(fromHex(isUpper ? hex.toUpperCase() : hex)).toEqual(bytes)
    }),
  )
})

test.each(['0', 'abc', '0x', 'zz', ' aa', 'aa\n'])('%j is not hexadecimal', (text) => {
  expect(fromHex(text)).toBeUndefined()
})
