import fc from 'fast-check'
import { expect, test } from 'vitest'
import { audioDuration } from './audio-duration.ts'

const bytesOf = (...parts: (string | number)[]): number[] =>
  parts.flatMap((part) =>
    typeof part === 'string'
      ? [...part].map((letter) => letter.charCodeAt(0))
      : [part & 255, (part >> 8) & 255, (part >> 16) & 255, (part >>> 24) & 255],
  )

/** The header of a file with 48,000 bytes a second, and a chunk of metadata with an odd length before its samples. */
function wave(dataLength: number): Uint8Array {
  const format = [...bytesOf('fmt ', 16), 1, 0, 1, 0, ...bytesOf(24_000, 48_000), 2, 0, 16, 0]
  const metadata = [...bytesOf('LIST', 3), 1, 2, 3, 0]
  return Uint8Array.from([...bytesOf('RIFF', 0, 'WAVE'), ...format, ...metadata, ...bytesOf('data', dataLength)])
}

const HEADER = wave(0).length

test.each([
  ['the samples of its header', wave(96_000), HEADER + 96_000, 2000],
  ['no more than its bytes', wave(96_000), HEADER + 24_000, 500],
  ['all its bytes if it was streamed', wave(0), HEADER + 48_000, 1000],
  ['all its bytes if it was streamed with the largest length', wave(0xff_ff_ff_ff), HEADER + 48_000, 1000],
  ['less than its samples, without what follows them', wave(48_000), HEADER + 50_000, 1000],
])('a WAV file lasts as long as %s', (_, head, size, expected) => {
  expect(audioDuration({ type: 'audio/mpeg', head, size })).toBe(expected)
})

test.each([
  ['audio/L16;codec=pcm;rate=24000', 1000],
  ['audio/l16; rate=24000; channels=2', 500],
  ['audio/L24;rate=16000', 1000],
  ['audio/L8;rate="48000"', 1000],
  ['Audio/PCM;rate=12000', 2000],
  ['audio/pcm', undefined],
  ['audio/pcm;rate=0', undefined],
  ['audio/pcm;bitrate=24000', undefined],
  ['audio/pcm16;rate=24000', undefined],
  ['audio/L12;rate=24000', undefined],
  ['audio/mpeg;rate=24000', undefined],
  ['', undefined],
])('48,000 bytes of %j last %s ms', (type, expected) => {
  expect(audioDuration({ type, head: new Uint8Array(), size: 48_000 })).toBe(expected)
})

test('a damaged header has no duration, or one that is a number', () => {
  const header = [...wave(96_000)]
  fc.assert(
    fc.property(fc.nat(HEADER - 1), fc.nat(255), fc.nat(HEADER), (at, byte, length) => {
      const head = Uint8Array.from(header.with(at, byte)).subarray(0, length)
      const duration = audioDuration({ type: '', head, size: 100_000 })
      expect(duration === undefined || Number.isInteger(duration)).toBe(true)
    }),
  )
  expect(audioDuration({ type: '', head: wave(96_000).subarray(0, HEADER - 8), size: 10 })).toBeUndefined()
})
