import { expect, test } from 'vitest'
import { parseJsonPath, removeAtPath, selectAtPath } from './json-path.ts'

const VALUE = { a: [{ id: 1, b: { id: 2 } }, { id: 3 }], 'a key': { id: 4 }, $x: 5, 'ü-1': 6, '': 7 }

function parse(text: string) {
  const path = parseJsonPath(text)
  if (!path) throw new Error(`${text} is no path.`)
  return path
}

function select(text: string): unknown[] {
  return [...selectAtPath(VALUE, parse(text))].map(([parent, key]) => Reflect.get(parent, key))
}

function remove(text: string): unknown {
  const value = structuredClone(VALUE)
  removeAtPath(value, parse(text))
  return value
}

test.each<[string, unknown[]]>([
  ['$.$x', [5]],
  ['$.ü-1', [6]],
  ["$['a key'].id", [4]],
  ['$["a key"]["id"]', [4]],
  ["$['']", [7]],
  ['$.a[0].id', [1]],
  ['$.a.[1].id', [3]],
  ['$.a[*].id', [1, 3]],
  ['$.a.*.id', [1, 3]],
  ['$..id', [2, 1, 3, 4]],
  ['$.a..id', [2, 1, 3]],
  ['$..b.id', [2]],
  ['$.a[9].id', []],
  ['$.a.id', []],
  ['$.missing.id', []],
  ['$.$x.id', []],
  ['$.constructor', []],
  ["$['a key'][0]", []],
])('%s selects %j', (path, values) => {
  expect(select(path)).toEqual(values)
})

test.each([
  '',
  '$',
  'a',
  '$a',
  '$.',
  '$..',
  '$.a.',
  '$.a..',
  '$.a[',
  '$.a[-1]',
  '$.a[1:2]',
  '$[?(@.a)]',
  '$.a b',
  "$['a",
  '$.a[x]',
])('"%s" is no path that can be used', (text) => {
  expect(parseJsonPath(text)).toBeUndefined()
})

test('members and items are removed in place, and a path that selects nothing removes nothing', () => {
  expect(remove('$.a[0]')).toEqual({ ...VALUE, a: [{ id: 3 }] })
  expect(remove('$.a[*]')).toEqual({ ...VALUE, a: [] })
  expect(remove('$..id')).toEqual({ ...VALUE, a: [{ b: {} }, {}], 'a key': {} })
  expect(remove('$.*')).toEqual({})
  expect(remove('$.a[7].id')).toEqual(VALUE)
  expect(remove('$.toString')).toEqual(VALUE)
})

test('values that are neither objects nor lists have nothing to select or to remove', () => {
  for (const value of [null, undefined, 'text', 1, new Uint8Array(2)]) {
    expect([...selectAtPath(value, parse('$..*'))]).toEqual([])
    expect(() => removeAtPath(value, parse('$..*'))).not.toThrow()
  }
})
