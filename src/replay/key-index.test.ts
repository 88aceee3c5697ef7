import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Interaction } from '../cassette.ts'
import { KeyIndex } from './key-index.ts'

const interaction = (url: string): Interaction => ({
  request: { method: 'GET', url, headers: [], body: new Uint8Array() },
  response: { status: 200, statusText: '', headers: [], body: new Uint8Array() },
})

/** Creates an index, and the list of the interactions whose keys it has computed. A key is the URL, a sketch its first letter. */
function createIndex(urls: readonly string[], sketchOf = ({ request }: Interaction) => request.url[0]) {
  const computed: string[] = []
  const keyOf = ({ request: { url } }: Interaction): string | undefined => {
    computed.push(url)
    return url === '-' ? undefined : url
  }
  return { index: new KeyIndex({ interactions: urls.map(interaction), keyOf, sketchOf }), computed }
}

const sketchA = (): string => 'a'

test('with a sketch, only keys of interactions with this sketch are computed, and none twice', () => {
  const { index, computed } = createIndex(['a1', 'b1', 'a2', 'b2', 'a1'])
  expect(index.find('a2', sketchA, () => true)).toBe(2)
  expect(computed).toEqual(['a1', 'a2'])
  expect(index.indexesOf('a1', sketchA)).toEqual([0, 4])
  expect(computed).toEqual(['a1', 'a2', 'a1'])
  expect(index.find('b2', undefined, () => true)).toBe(3)
  expect(computed).toEqual(['a1', 'a2', 'a1', 'b1', 'b2'])
})

test('without a sketch, keys are computed up to the first accepted interaction', () => {
  const { index, computed } = createIndex(['a1', 'b1', 'a2', 'b2'])
  expect(index.find('b1', undefined, () => true)).toBe(1)
  expect(computed).toEqual(['a1', 'b1'])
})

test('a request is sketched only while there are keys to compute', () => {
  const { index } = createIndex(['a1', 'b1'])
  let sketches = 0
  const sketchKey = (): string => {
    sketches++
    return 'a'
  }
  expect([index.find('a1', sketchKey, () => true), sketches]).toEqual([0, 1])
  expect([index.indexesOf('b1'), index.find('a1', sketchKey, () => true), sketches]).toEqual([[1], 0, 1])
})

test('an interaction without a sketch can have any key', () => {
  const { index } = createIndex(['a1', 'x1', 'a1'], ({ request }) => (request.url === 'a1' ? undefined : 'x'))
  expect(index.find('a1', sketchA, () => true)).toBe(0)
  expect(index.indexesOf('a1', sketchA)).toEqual([0, 2])
})

test('lists the keys with placeholders in file order, and the interactions that equal one', () => {
  const { index } = createIndex(['b?REDACTED', 'a', '-', 'c?REDACTED', 'b?REDACTED'])
  index.find('c?REDACTED', undefined, () => true)
  expect(index.placeholderKeys).toEqual(['b?REDACTED', 'c?REDACTED'])
  expect([0, 1, 2].map((each) => index.indexesLike(each))).toEqual([[0, 4], [1], []])
})

test('finds what a search without an index finds, in any order of searches', () => {
  const url = fc.constantFrom('a1', 'a2', 'b1', 'c1', '-')
  const search = fc.record({ key: url, withSketch: fc.boolean(), all: fc.boolean(), taken: fc.array(fc.nat(11)) })
  fc.assert(
    fc.property(
      fc.array(url, { maxLength: 12 }),
      fc.constantFrom('', 'a', 'c'),
      fc.array(search),
      (urls, hidden, searches) => {
        const { index } = createIndex(urls, ({ request }) => (request.url[0] === hidden ? undefined : request.url[0]))
        for (const { key, withSketch, all, taken } of searches) {
          const sketchKey = withSketch ? () => key[0] : undefined
          const expected = [...urls.keys()].filter((each) => urls[each] === key && key !== '-')
          if (all) expect(index.indexesOf(key, sketchKey)).toEqual(expected)
          const isAccepted = (each: number): boolean => !taken.includes(each)
          expect(index.find(key, sketchKey, isAccepted)).toBe(expected.find(isAccepted))
        }
      },
    ),
  )
})
