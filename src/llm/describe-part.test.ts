import { expect, test } from 'vitest'
import { describeMedia, describeVectors } from './describe-part.ts'

test('media are described by what is known of them', () => {
  expect(describeMedia({ kind: 'media', medium: 'image' })).toBe('image')
  expect(describeMedia({ kind: 'media', medium: 'image', type: 'image/png', bytes: 1500, reference: 'a.png' })).toBe(
    'image/png, 1.5 kB, a.png',
  )
  const sound = { kind: 'media', medium: 'audio', type: 'audio/wav', bytes: 96_044, duration: 2000 } as const
  expect(describeMedia(sound)).toBe('audio/wav, 96.0 kB, 2.00 s')
})

test('vectors are described by their number and size', () => {
  expect(describeVectors({ kind: 'vectors', count: 1 })).toBe('1 vector')
  expect(describeVectors({ kind: 'vectors', count: 2, dimensions: 1536 })).toBe('2 vectors of 1536 dimensions')
})
