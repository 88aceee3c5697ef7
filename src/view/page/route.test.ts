import { expect, test } from 'vitest'
import { parseRoute, type Route, toHash } from './route.ts'

test.each<[string, Route]>([
  ['', { id: undefined, tab: 'conversation' }],
  ['#', { id: undefined, tab: 'conversation' }],
  ['#3', { id: 3, tab: 'conversation' }],
  ['#3/stream', { id: 3, tab: 'stream' }],
  ['#3/other', { id: 3, tab: 'conversation' }],
  ['#3/stream/x', { id: undefined, tab: 'conversation' }],
  ['#x/raw', { id: undefined, tab: 'conversation' }],
])('the address %s is read', (hash, expected) => {
  expect(parseRoute(hash)).toEqual(expected)
})

test('a place survives the address', () => {
  const route: Route = { id: 12, tab: 'raw' }
  expect(parseRoute(toHash(route))).toEqual(route)
  expect(toHash({ id: undefined, tab: 'raw' })).toBe('#')
})
