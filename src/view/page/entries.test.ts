import { expect, test } from 'vitest'
import type { ViewCassette, ViewInteraction } from '../view-data.ts'
import { listEntries, listRows } from './entries.ts'

const cassette = (path: string, count: number): ViewCassette => ({
  path,
  interactions: Array.from({ length: count }, (_, index) => ({ index }) as ViewInteraction),
})
const data = { cassettes: [cassette('a.yaml', 2), cassette('bad.yaml', 0), cassette('b.yaml', 1)] }
/** A row in short. */
const rowsOf = (...args: Parameters<typeof listRows>) =>
  listRows(...args).map((row) => ('id' in row ? row.id : `${row.cassette.path} ${row.shown}`))

test('interactions are numbered over all cassettes', () => {
  expect(listEntries(data).map(({ id, cassette: { path }, interaction }) => [id, path, interaction.index])).toEqual([
    [0, 'a.yaml', 0],
    [1, 'a.yaml', 1],
    [2, 'b.yaml', 0],
  ])
})

test('each cassette is a row before its interactions, also one without any', () => {
  expect(rowsOf(data, listEntries(data), 'show')).toEqual(['a.yaml 2', 0, 1, 'bad.yaml 0', 'b.yaml 1', 2])
})

test('a search hides the cassettes without a match', () => {
  const found = listEntries(data).filter(({ id }) => id === 1)
  expect(rowsOf(data, found, 'hide')).toEqual(['a.yaml 1', 1])
  expect(rowsOf(data, [], 'hide')).toEqual([])
})
