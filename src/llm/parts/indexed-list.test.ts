import { expect, test } from 'vitest'
import { IndexedList } from './indexed-list.ts'

const createList = (): IndexedList<{ value?: string }> => new IndexedList(() => ({}))

test('elements are in the order of their indexes, whatever the order of the pieces and the gaps', () => {
  const list = createList()
  list.at(1e12).value = 'c'
  list.at(0).value = 'a'
  list.at(7).value = 'b'
  expect(list.toList()).toEqual([{ value: 'a' }, { value: 'b' }, { value: 'c' }])
})

test('a piece without an index belongs to the last element', () => {
  const list = createList()
  list.at(undefined).value = 'a'
  list.at(3)
  list.at(undefined).value = 'b'
  expect(list.toList()).toEqual([{ value: 'a' }, { value: 'b' }])
})

test('an added element comes after all others', () => {
  const list = createList()
  list.add().value = 'a'
  list.add().value = 'b'
  list.at(9).value = 'c'
  list.at(0)
  list.add().value = 'd'
  expect(list.toList()).toEqual([{ value: 'a' }, { value: 'b' }, { value: 'c' }, { value: 'd' }])
})
