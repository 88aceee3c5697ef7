import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { findKinds, mirror, type ShapeExample, shapes } from '../../test/secrets/shape-examples.ts'

// Unlike the samples of other tests, they were not created from the patterns of today.
const examples: ShapeExample[] = JSON.parse(readFileSync('test/secrets/shape-examples.json', 'utf8'))

test('each shape has examples: `npm run shapes:examples` creates those of a new one', () => {
  const known = new Set(examples.map(({ shape }) => shape))
  expect([...known]).toEqual(shapes.map(([name]) => name))
})

test.each(shapes)('%s is found in its shortest forms, and not in a shorter one', (name) => {
  const own = examples.filter(({ shape }) => shape === name)
  const found = own.map(({ shape, text: mirrored }) => {
    const text = mirror(mirrored)
    return { shape, text: mirrored, whole: findKinds(text), cut: findKinds(text.slice(0, -1)) }
  })
  expect(found).toEqual(own)
})
