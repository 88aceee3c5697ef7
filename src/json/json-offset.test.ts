import { expect, test } from 'vitest'
import { jsonOffset } from './json-offset.ts'

const text = '{ "a" : [1, {"b\\"": "x,]}", "c": {}}, [], -1.5e3 ] , "d":true, "e": {"f":null} }'

test.each([
  [[], '{ "a"'],
  [['a'], '[1,'],
  [['a', 0], '1,'],
  [['a', 1, 'b"'], '"x,]}"'],
  [['a', 1, 'c'], '{}}'],
  [['a', 2], '[],'],
  [['a', 3], '-1.5e3'],
  [['d'], 'true'],
  [['e', 'f'], 'null'],
  [['e', 'g'], '{"f"'],
  [['a', 9], '[1,'],
  [['d', 'x', 'y'], 'true'],
])('finds %j', (path, found) => {
  expect(text.slice(jsonOffset(text, path))).toMatch(new RegExp(`^${found.replace(/[[\]{}.*+?^$|()\\]/g, '\\$&')}`))
})
