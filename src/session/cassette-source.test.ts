import { expect, test } from 'vitest'
import { buildCassette } from '../../test/build-cassette.ts'
import { isCassette, isCassetteText } from './cassette-source.ts'

test.each([
  ['version: 2\ninteractions: []\n', true],
  ['---\n', true],
  ['{"log":{}}', true],
  ['  [{"scope":"https://a.test"}]', true],
  ['fixtures/greeting.yaml', false],
  ['greeting', false],
  ['fixtures/{id}.yaml', false],
  ['file:///app/a.yaml', false],
  ['C:\\app\\[a].yaml', false],
  ['', false],
])('whether %j is the text of a cassette and not a path is %s', (source, expected) => {
  expect(isCassetteText(source)).toBe(expected)
})

test('a URL and a parsed cassette are no text', () => {
  expect([new URL('file:///app/a.yaml'), buildCassette()].map(isCassetteText)).toEqual([false, false])
})

test('a parsed cassette is an object with a list of interactions', () => {
  const values = [buildCassette(), { interactions: [] }, { interactions: {} }, {}, null, undefined, 'interactions', []]
  expect(values.map(isCassette)).toEqual([true, true, false, false, false, false, false, false])
})
