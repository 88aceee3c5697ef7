import { expect, test } from 'vitest'
import { countMatchingMembers, matchesObject, pickExpectedMembers } from './matches-object.ts'

const equals = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b)

test.each<[unknown, unknown, boolean]>([
  [{ a: 1, b: 2 }, { a: 1 }, true],
  [{ a: 1 }, { a: 1, b: 2 }, false],
  [{ a: { b: 1, c: 2 } }, { a: { b: 1 } }, true],
  [{ a: { b: 1 } }, { a: { b: 2 } }, false],
  [[{ a: 1, b: 2 }, 3], [{ a: 1 }, 3], true],
  [[1, 2], [1], false],
  [[1], [1, 2], false],
  [{ a: [] }, { a: {} }, false],
  ['a', 'a', true],
  [null, {}, false],
  [{}, {}, true],
])('%j matches %j: %s', (actual, expected, result) => {
  expect(matchesObject(actual, expected, equals)).toBe(result)
})

test('an expected value that is not a plain object is left to the comparison of the runner', () => {
  class Matcher {}
  const seen: unknown[] = []
  matchesObject({ a: { b: 1 } }, { a: new Matcher() }, (actual, expected) => {
    seen.push([actual, expected instanceof Matcher])
    return true
  })
  expect(seen).toEqual([[{ b: 1 }, true]])
})

test('an object without a prototype is plain', () => {
  expect(matchesObject(Object.assign(Object.create(null), { a: 1, b: 2 }), { a: 1 }, equals)).toBe(true)
})

test('the members that match are counted, and anything but an object has fewer than none', () => {
  const count = (actual: unknown) => countMatchingMembers(actual, { a: 1, b: 2 }, equals)
  expect([count({ a: 1, b: 2 }), count({ a: 1 }), count({}), count('text'), count([])]).toEqual([2, 1, 0, -1, -1])
})

test('a diff shows only the expected members, and all items of a list', () => {
  expect(
    pickExpectedMembers(
      { a: 1, b: { c: 2, d: 3 }, e: [{ f: 4, g: 5 }, { h: 6 }] },
      { b: { d: 0 }, e: [{ g: 0 }], x: 1 },
    ),
  ).toEqual({
    b: { d: 3 },
    e: [{ g: 5 }, { h: 6 }],
  })
  expect(pickExpectedMembers('text', {})).toBe('text')
})
