import { expect, test } from 'vitest'
import { read } from '../../../test/llm/read.ts'

const request = { model: 'gpt-4o-mini-tts', input: 'Hello', voice: 'alloy', instructions: 'Be calm.' }
const event = (value: object): string => `data: ${JSON.stringify(value)}\n\n`

test('a stream of speech is one sound, with its size, and its duration if it is a WAV file', () => {
  const header = 'UklGRiQAAABXQVZFZm10IBAAAAABAAEA0AcAAKAPAAACABAAZGF0Yf____8='
  const stream =
    event({ type: 'speech.audio.delta', audio: header }) +
    event({ type: 'speech.audio.delta', audio: 'A'.repeat(5332) }) +
    event({ type: 'speech.audio.done', usage: { input_tokens: 14, output_tokens: 101 } })
  expect(read(request, stream, { type: 'text/event-stream' })).toMatchObject({
    protocol: 'openai-speech',
    messages: [
      { role: 'system', parts: [{ kind: 'text', text: 'Be calm.' }] },
      { role: 'user', parts: [{ kind: 'text', text: 'Hello' }] },
    ],
    answers: [{ parts: [{ kind: 'media', medium: 'audio', bytes: 4043, duration: 1000 }] }],
    usage: { input: 14, output: 101 },
  })
})

test('a stream of speech in another format has a size only', () => {
  const stream = event({ type: 'speech.audio.delta', audio: '//uQ' }) + event({ type: 'speech.audio.delta' })
  expect(read(request, stream, { type: 'text/event-stream' })?.answers).toEqual([
    { parts: [{ kind: 'media', medium: 'audio', bytes: 3 }] },
  ])
})

test('bytes that are no sound, or answer something else, are not speech', () => {
  const bytes = Uint8Array.of(0xff, 0xfb, 0x90, 0)
  expect(read(request, bytes, { type: 'application/zip' })).toBeUndefined()
  expect(read({ model: 'm', input: 'a' }, bytes, { type: 'audio/mpeg' })?.protocol).not.toBe('openai-speech')
})
