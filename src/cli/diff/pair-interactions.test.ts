import { expect, test } from 'vitest'
import { buildCassette, type Exchange } from '../../../test/build-cassette.ts'
import type { SelectedCassette } from '../select/select-cassettes.ts'
import { pairInteractions } from './pair-interactions.ts'

function select(...exchanges: Exchange[]): SelectedCassette {
  const cassette = buildCassette(...exchanges)
  return {
    path: 'a',
    cassette,
    interactions: cassette.interactions.map((interaction, index) => ({ interaction, index })),
  }
}

function pair(
  a: readonly Exchange[],
  b: readonly Exchange[],
): (readonly [a: number | undefined, b: number | undefined])[] {
  return pairInteractions(select(...a), select(...b)).map((found) => [found.a?.index, found.b?.index] as const)
}

const ask = (request: string, url = 'https://a.test/chat'): Exchange => ({ method: 'POST', url, request })

test.each<[string, Exchange[], Exchange[], unknown]>([
  [
    'equal requests in another order',
    [ask('1'), ask('2')],
    [ask('2'), ask('1')],
    [
      [1, 0],
      [0, 1],
    ],
  ],
  [
    'equal requests that repeat, in their order',
    [ask('1'), ask('1')],
    [ask('1'), ask('1')],
    [
      [0, 0],
      [1, 1],
    ],
  ],
  [
    'the most similar request',
    [ask('{"a":"xyz","b":1}'), ask('{"c":2}')],
    [ask('{"c":3}'), ask('{"a":"xyz","b":2}')],
    [
      [1, 0],
      [0, 1],
    ],
  ],
  [
    'an equal request before a similar one',
    [ask('{"a":1}')],
    [ask('{"a":2}'), ask('{"a":1}')],
    [
      [undefined, 0],
      [0, 1],
    ],
  ],
  [
    'no request to another address',
    [ask('1', 'https://b.test/')],
    [ask('1')],
    [
      [undefined, 0],
      [0, undefined],
    ],
  ],
  ['requests whose URL is not one', [ask('1', '/chat')], [ask('1', '/chat')], [[0, 0]]],
  ['nothing', [], [], []],
])('pairs %s', (_name, a, b, pairs) => {
  expect(pair(a, b)).toEqual(pairs)
})
