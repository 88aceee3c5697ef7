import { expect, test } from 'vitest'
import { decodeFile } from './decode-file.ts'

test('the text of a file keeps its byte order mark', () => {
  const bytes = Uint8Array.of(0xef, 0xbb, 0xbf, 0x61)
  expect(decodeFile(bytes)).toBe('\ufeffa')
  expect(new TextEncoder().encode(decodeFile(bytes))).toEqual(bytes)
})
