import { expect, test } from 'vitest'
import { toFields } from './form-fields.ts'

const part = (disposition: string, content: string | Uint8Array, ...headers: string[]) => ({
  headers: [`content-disposition: form-data; ${disposition}`, ...headers],
  content,
})

test('a form becomes an object, with files by type and size and repeated fields as a list', () => {
  expect({
    ...toFields([
      part('name="model"', 'gpt-image-1'),
      part('name=prompt', 'A cat'),
      part('name="image[]"; filename="a.png"', Uint8Array.of(1, 2, 3), 'content-type: image/png'),
      part('name="image[]"; filename="b.txt"', 'Olá'),
      part('name="__proto__"', 'x'),
      { headers: [], content: 'without a name' },
    ]),
  }).toEqual({
    model: 'gpt-image-1',
    prompt: 'A cat',
    image: [
      { type: 'image/png', bytes: 3 },
      { type: '', bytes: 4 },
    ],
    ['__proto__']: 'x',
  })
})
