import fc from 'fast-check'
import { expect, test } from 'vitest'
import { copyBytes, hasEqualBytes, isUtf8, readUtf8, viewBytes } from './byte-view.ts'

const bytes = (text: string): Uint8Array<ArrayBuffer> => new TextEncoder().encode(text)

test('a view shares the bytes, also of a part of a buffer', () => {
  const all = bytes('abcdef')
  const view = viewBytes(all.subarray(2, 4))
  all[2] = 'X'.charCodeAt(0)
  expect([...view]).toEqual([...bytes('Xd')])
})

test('text is read between two offsets, and a byte order mark stays', () => {
  const view = viewBytes(bytes('\ufeffaéb'))
  expect([readUtf8(view, 0, 4), readUtf8(view, 4, 6)]).toEqual(['\ufeffa', 'é'])
})

test('a copy has memory of its own, and ends where the bytes end', () => {
  const all = bytes('abcdef')
  const copies = [copyBytes(all.subarray(1), 1, 3), copyBytes(all, 4, 100), copyBytes(all, 6, 100)]
  all.fill(0)
  expect(copies).toEqual([bytes('cd'), bytes('ef'), new Uint8Array()])
  expect(copies.map(({ buffer }) => buffer.byteLength)).toEqual([2, 2, 0])
})

test('bytes are equal only if all of them are', () => {
  fc.assert(
    fc.property(fc.uint8Array(), fc.uint8Array(), (a, b) => {
      const isEqual = a.length === b.length && a.every((byte, index) => byte === b[index])
      expect(hasEqualBytes(new Uint8Array(a), new Uint8Array(b))).toBe(isEqual)
      expect(hasEqualBytes(new Uint8Array(a), new Uint8Array(a))).toBe(true)
    }),
  )
})

test('UTF-8 is distinguished from other bytes', () => {
  const invalid = [[0xff], [0xc3], [0xed, 0xa0, 0x80], [0xc0, 0x80], [0xf5, 0x80, 0x80, 0x80]]
  expect(invalid.map((each) => isUtf8(Uint8Array.from(each)))).toEqual(invalid.map(() => false))
  expect(['', 'a', 'é世🎉\ufeff'].map((text) => isUtf8(bytes(text)))).toEqual([true, true, true])
})
