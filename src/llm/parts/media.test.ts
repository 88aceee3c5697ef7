import { expect, test } from 'vitest'
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
