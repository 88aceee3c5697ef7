import { expect, test } from 'vitest'
import { concatenate, mergeFields, mostSpecific } from './merge-fields.ts'

interface Options {
  name?: string
  list?: readonly string[]
}
const merges = { name: mostSpecific<string>, list: concatenate<string> }
const merge = (outer: Options, inner: Options): Options => mergeFields<Options>(merges, { outer, inner })

test('a field that only one side sets is kept', () => {
  expect(merge({ name: 'outer' }, { list: ['inner'] })).toEqual({ name: 'outer', list: ['inner'] })
})

test('a field that both sides set is merged by its rule', () => {
  expect(merge({ name: 'outer', list: ['a', 'b'] }, { name: 'inner', list: ['b', 'c'] })).toEqual({
    name: 'inner',
    list: ['a', 'b', 'c'],
  })
})

test('an undefined field does not reset the outer one', () => {
  const inner = { name: undefined, list: undefined } as unknown as Options
  expect(merge({ name: 'outer', list: ['a'] }, inner)).toEqual({ name: 'outer', list: ['a'] })
})

test('the merged objects stay as they are', () => {
  const outer = { list: ['a'] }
  const inner = { list: ['b'] }
  merge(outer, inner)
  expect({ outer, inner }).toEqual({ outer: { list: ['a'] }, inner: { list: ['b'] } })
})
