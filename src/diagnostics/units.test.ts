import { expect, test } from 'vitest'
import { formatAge, formatBytes, formatCost, formatMs } from './units.ts'

test.each([
  [formatMs(0), '0 ms'],
  [formatMs(0.42), '0.4 ms'],
  [formatMs(0.96), '1 ms'],
  [formatMs(412.4), '412 ms'],
  [formatMs(999.6), '1.00 s'],
  [formatMs(12_340), '12.34 s'],
  [formatMs(59_999), '1 min 0 s'],
  [formatMs(119_600), '2 min 0 s'],
  [formatBytes(1), '1 byte'],
  [formatBytes(999), '999 bytes'],
  [formatBytes(1500), '1.5 kB'],
  [formatBytes(999_960), '1.0 MB'],
  [formatBytes(16_000_000), '16.0 MB'],
  [formatCost(0.002_134_5), '$0.00213'],
  [formatCost(0.000_000_12), '$0.00000012'],
  [formatCost(0), '$0'],
  [formatAge(-5), 'today'],
  [formatAge(86_399_999), 'today'],
  [formatAge(86_400_000), '1 day'],
  [formatAge(40.5 * 86_400_000), '40 days'],
])('%s', (text, expected) => {
  expect(text).toBe(expected)
})
