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

test('adds the samples of a request that nothing needs, and no others', () => {
  const interactions = toInteractions('a0', 'a1', 'a2', 'b0', 'b1')
  expect(addSamples([0], interactions, matcher)).toEqual([0, 1, 2])
  expect(addSamples([3], interactions, matcher)).toEqual([3, 4])
  expect(addSamples([], interactions, matcher)).toEqual([])
})

test('keeps the samples of a request that is still sent, if less often', () => {
  expect(addSamples([2], toInteractions('a0', 'a1', 'a0', 'a1'), matcher)).toEqual([2])
})

test('adds nothing to a cassette without samples', () => {
  expect(addSamples([1], toInteractions('a0', 'a0', 'b0'), matcher)).toEqual([1])
})
