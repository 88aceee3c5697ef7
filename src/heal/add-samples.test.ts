import { expect, test } from 'vitest'
import { buildCassette } from '../../test/build-cassette.ts'
import type { Interaction } from '../cassette.ts'
import { createRequestMatcher } from '../matcher/request-matcher.ts'
import { addSamples } from './add-samples.ts'

const matcher = createRequestMatcher()

/** Interactions from texts such as `a1`: a request, and the number of its sample. */
const toInteractions = (...texts: string[]): readonly Interaction[] =>
  buildCassette(...texts.map(([name]) => ({ request: name ?? '' }))).interactions.map((interaction, index) => ({
    ...interaction,
    sample: Number(texts[index]?.[1]),
  }))

const add = (unplayed: number[], texts: string[], ...played: number[]): readonly number[] =>
  addSamples(unplayed, { interactions: toInteractions(...texts), matcher, played: new Set(played) })

test('adds the samples of a request that nothing needs, and no others', () => {
  const texts = ['a0', 'a1', 'a2', 'b0', 'b1']
  expect([add([0], texts), add([3], texts), add([], texts)]).toEqual([[0, 1, 2], [3, 4], []])
})

test('keeps the samples of a request that is still sent, if less often', () => {
  expect(add([2], ['a0', 'a1', 'a0', 'a1'])).toEqual([2])
})

test('keeps samples that were played, and those of requests that only another sample leads to', () => {
  expect(add([0], ['a0', 'a1', 'a2', 'b1'], 1)).toEqual([0, 2])
})

test('adds nothing to a cassette without samples', () => {
  expect(add([1], ['a0', 'a0', 'b0'])).toEqual([1])
})
