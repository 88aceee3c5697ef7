import { expect, test } from 'vitest'
import { toBase64 } from '../../bytes/base64.ts'
import { mediaAt, mediaOf } from './media.ts'

test.each([
  ['data:image/png;base64,aGVsbG8=', { medium: 'image', type: 'image/png', bytes: 5 }],
  ['data:audio/wav;codecs=1;base64,aGVsbG8h', { medium: 'audio', type: 'audio/wav', bytes: 6 }],
  ['data:application/pdf;base64,aGVsbA', { medium: 'image', type: 'application/pdf', bytes: 4 }],
  ['data:text/plain,hello', { medium: 'image', type: 'text/plain' }],
  ['data:;base64,aGVsbG8=', { medium: 'image', bytes: 5 }],
  ['data:image/png;base64,REDACTED!', { medium: 'image', type: 'image/png' }],
  ['data:', { medium: 'image' }],
  ['https://example.com/a.png', { medium: 'image', reference: 'https://example.com/a.png' }],
  ['', { medium: 'image', reference: '' }],
])('the URL %s is described', (url, expected) => {
  expect(mediaAt(url, 'image')).toStrictEqual({ kind: 'media', ...expected })
})

test.each([
  ['aGVsbG8=', 5],
  ['aGVsbG8', 5],
  ['aGVs\nbG8=\n', 5],
  ['-_-_', 3],
  ['', 0],
  ['aGVsb', undefined],
  ['<image>', undefined],
  [undefined, undefined],
])('the size of %j is %s', (base64, bytes) => {
  expect(mediaOf(base64, undefined)).toStrictEqual({
    kind: 'media',
    medium: 'file',
    ...(bytes !== undefined && { bytes }),
  })
})

test('the media type takes precedence over the kind that an API names', () => {
  expect(mediaOf(undefined, 'video/mp4', 'file').medium).toBe('video')
  expect(mediaOf(undefined, 'application/pdf', 'image').medium).toBe('image')
})

const SECOND = toBase64(new Uint8Array(4000).fill(255))

test.each([
  [
    'the rate in its type',
    `data:audio/L16;rate=2000;base64,${SECOND}`,
    { type: 'audio/l16', bytes: 4000, duration: 1000 },
  ],
  ['no rate', `data:audio/L16;base64,${SECOND}`, { type: 'audio/l16', bytes: 4000 }],
])('the duration of a sound follows from %s', (_, url, expected) => {
  expect(mediaAt(url, 'file')).toStrictEqual({ kind: 'media', medium: 'audio', ...expected })
})

test('the duration of a long WAV file in base64url follows from its beginning', () => {
  const header = 'UklGRiQAAABXQVZFZm10IBAAAAABAAEA0AcAAKAPAAACABAAZGF0Yf____8'
  const base64 = header + '_'.repeat(80_000)
  expect(mediaOf(base64, 'audio/wav')).toMatchObject({ bytes: 60_044, duration: 15_000 })
})
