import { expect, test } from 'vitest'
import { buildCassette } from '../../test/build-cassette.ts'
import type { Interaction } from '../cassette.ts'
import { createRequestMatcher } from '../matcher/request-matcher.ts'
import { planHeal } from './plan-heal.ts'

const matcher = createRequestMatcher()

/** Interactions whose bodies are JSON texts. */
const toInteractions = (...texts: string[]): readonly Interaction[] =>
  buildCassette(
    ...texts.map((text) => ({ method: 'POST', request: JSON.stringify({ text }), type: 'application/json' })),
  ).interactions

/** Plans, and shows each recording by its text. */
function plan(recordedTexts: string[], loadedTexts: string[], unplayed: number[]): unknown {
  const recorded = toInteractions(...recordedTexts)
  const textOf = (each: Interaction): string => JSON.parse(new TextDecoder().decode(each.request.body)).text
  const { replaced, removed, added } = planHeal({
    interactions: toInteractions(...loadedTexts),
    unplayed,
    recorded,
    matcher,
  })
  return {
    replaced: replaced.map(({ index, recording, path }) => [index, textOf(recording), path]),
    removed,
    added: added.map(textOf),
  }
}

test('each recording takes the place of the nearest interaction that was not played', () => {
  expect(plan(['second turn!', 'first turn!'], ['first turn', 'second turn', 'third'], [0, 1, 2])).toEqual({
    replaced: [
      [0, 'first turn!', '$.text'],
      [1, 'second turn!', '$.text'],
    ],
    removed: [2],
    added: [],
  })
})

test('further recordings are added, and played interactions stay', () => {
  expect(plan(['x', 'y'], ['a', 'b'], [1])).toEqual({ replaced: [[1, 'x', '$.text']], removed: [], added: ['y'] })
  expect(plan(['x'], ['a'], [])).toEqual({ replaced: [], removed: [], added: ['x'] })
  expect(plan([], ['a', 'b'], [0])).toEqual({ replaced: [], removed: [0], added: [] })
})

test('a recording never comes before an interaction that it equals', () => {
  expect(plan(['b'], ['a', 'b', 'c'], [0, 2])).toEqual({ replaced: [[2, 'b', '$.text']], removed: [0], added: [] })
  expect(plan(['b', 'b'], ['a', 'b'], [0])).toEqual({ replaced: [], removed: [0], added: ['b', 'b'] })
  expect(plan(['x', 'x', 'x'], ['x1', 'x2'], [0, 1])).toMatchObject({
    replaced: [
      [0, 'x', '$.text'],
      [1, 'x', '$.text'],
    ],
    added: ['x'],
  })
})
