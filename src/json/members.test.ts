import { expect, test } from 'vitest'
import { given, listOf, memberOf, numberOf, objectOf, objectsOf, textOf } from './members.ts'

const value: unknown = JSON.parse('{"text":"a","number":1,"object":{"b":2},"list":[1,{"c":3},null],"nothing":null}')

test('a member is read only if it has the expected type', () => {
  expect(textOf(value, 'text')).toBe('a')
  expect(numberOf(value, 'number')).toBe(1)
  expect(objectOf(value, 'object')).toEqual({ b: 2 })
  expect(listOf(value, 'list')).toEqual([1, { c: 3 }, null])
  expect(objectsOf(value, 'list')).toEqual([{ c: 3 }])
})

test.each(['text', 'number', 'object', 'list', 'nothing', 'absent', 'toString', '__proto__'])(
  'no other type is accepted for %s',
  (name) => {
    const types = [textOf, numberOf, objectOf, (...of: [unknown, string]) => listOf(...of)[0]]
    expect(types.filter((read) => read(value, name) !== undefined).length).toBe(
      ['text', 'number', 'object', 'list'].includes(name) ? 1 : 0,
    )
  },
)

test.each([undefined, null, 'text', 1, [], [1]])('%j has no members', (other) => {
  expect(memberOf(other, 'length')).toBeUndefined()
  expect(listOf(other, 'length')).toEqual([])
})

test('only the members that are given are copied', () => {
  expect(given({ a: 1, b: undefined, c: null })).toStrictEqual({ a: 1, c: null })
})
