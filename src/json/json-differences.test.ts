import { expect, test } from 'vitest'
import { jsonDifferences } from './json-differences.ts'

const paths = (recorded: unknown, received: unknown): string[] =>
  jsonDifferences(recorded, received).map(({ path }) => path)

test('each difference has its path and both values, in the order of the recorded value', () => {
  const recorded = { b: 1, a: [{ x: 'one' }, 2], same: { deep: [1] } }
  const received = { a: [{ x: 'two' }], b: 2, same: { deep: [1] }, more: null }
  expect(jsonDifferences(recorded, received)).toEqual([
    { path: '$.b', recorded: 1, received: 2 },
    { path: '$.a[0].x', recorded: 'one', received: 'two' },
    { path: '$.a[1]', recorded: 2, received: undefined },
    { path: '$.more', recorded: undefined, received: null },
  ])
})

test.each<[string, unknown, unknown]>([
  ['the spelling of a number', 1, 1.0],
  ['line endings', 'a\r\nb', 'a\nb'],
  ['the order of keys', { a: 1, b: 2 }, { b: 2, a: 1 }],
  ['bytes of equal content', Uint8Array.of(1), Uint8Array.of(1)],
])('%s is no difference', (_what, recorded, received) => {
  expect(paths(recorded, received)).toEqual([])
})

test.each<[string, unknown, unknown, string]>([
  ['a list and an object', [], {}, '$'],
  ['null and nothing', { a: null }, {}, '$.a'],
  ['a number and its text', { a: 1 }, { a: '1' }, '$.a'],
  ['other bytes', { a: Uint8Array.of(1) }, { a: Uint8Array.of(2) }, '$.a'],
  ['an inherited name', { constructor: 1 }, {}, '$.constructor'],
  ['a name that is no identifier', { 'a b': 1 }, {}, '$["a b"]'],
  ['a name with a quote', { 'a"': { 0: 1 } }, { 'a"': {} }, '$["a\\""]["0"]'],
])('%s differ', (_what, recorded, received, path) => {
  expect(paths(recorded, received)).toEqual([path])
})

test('not more differences than the limit are listed', () => {
  const list = Array.from({ length: 500 }, (_, index) => index)
  expect([jsonDifferences(list, []).length, jsonDifferences(list, [], 3).length]).toEqual([100, 3])
})
