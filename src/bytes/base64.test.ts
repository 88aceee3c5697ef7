import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fromBase64, toBase64 } from './base64.ts'

test('any bytes survive', () => {
  fc.assert(
    fc.property(fc.uint8Array(), (bytes) => {
      expect(toBase64(bytes)).toBe(Buffer.from(bytes).toString('base64'))
      expect(fromBase64(toBase64(bytes))).toEqual(bytes)
    }),
  )
})

test('line breaks are skipped, and other text is not base64', () => {
  expect(fromBase64('aGVs\n  bG8=\r\n')).toEqual(new TextEncoder().encode('hello'))
  expect([fromBase64('a'), fromBase64('é'), fromBase64('a-_b')]).toEqual([undefined, undefined, undefined])
})

test('several megabytes are encoded', () => {
  const bytes = new Uint8Array(5_000_000).fill(65)
  expect(fromBase64(toBase64(bytes))?.length).toBe(bytes.length)
})
