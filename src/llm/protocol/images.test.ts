import { expect, test } from 'vitest'
import { read } from '../../../test/llm/read.ts'

const event = (value: { type: string }): string => `event: ${value.type}\ndata: ${JSON.stringify(value)}\n\n`

test('a stream of an image is the whole image, without its sketches', () => {
  const stream = [
    { type: 'image_generation.partial_image', b64_json: 'aGVs', partial_image_index: 0 },
    {
      type: 'image_generation.completed',
      b64_json: 'aGVsbG8=',
      output_format: 'png',
      usage: { input_tokens: 3, output_tokens: 9 },
    },
  ]
  const answer = stream.map(event).join('')
  expect(read({ prompt: 'A cat', stream: true }, answer, { type: 'text/event-stream' })).toMatchObject({
    protocol: 'openai-images',
    answers: [{ parts: [{ kind: 'media', medium: 'image', type: 'image/png', bytes: 5 }] }],
    usage: { input: 3, output: 9 },
  })
})

test('several images, by address and with a revised prompt, are several answers', () => {
  const data = [{ url: 'https://images.test/1.png', revised_prompt: 'A small cat' }, { b64_json: 'aGVsbG8=' }]
  expect(read({ prompt: 'A cat', n: 2 }, { created: 1, data })?.answers).toEqual([
    {
      parts: [
        { kind: 'media', medium: 'image', reference: 'https://images.test/1.png' },
        { kind: 'text', text: 'A small cat' },
      ],
    },
    { parts: [{ kind: 'media', medium: 'image', bytes: 5 }] },
  ])
})
