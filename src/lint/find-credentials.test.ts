import { expect, test } from 'vitest'
import { buildCassette } from '../../test/build-cassette.ts'
import { stringifyCassette } from '../format/stringify-cassette.ts'
import { findCredentials } from './find-credentials.ts'
import { type LintedCassette, readLintedCassette } from './linted-cassette.ts'

const KEY = `sk-ant-api03-${'Ab1'.repeat(31)}`
const KIND = 'an Anthropic key'

const read = (text: string): LintedCassette =>
  readLintedCassette(new TextEncoder().encode(text), { file: '/a.yaml', path: 'a.yaml' })
const clean = stringifyCassette(buildCassette({ url: 'https://a.test/0' }, { url: 'https://a.test/1' }))

test('a credential in an interaction has its part, and that of a header its name', () => {
  const exchange = { request: `key: ${KEY}`, response: `got ${KEY}`, headers: [['X-Echo', KEY]] as const }
  const found = findCredentials(read(stringifyCassette(buildCassette({}, exchange))), {})
  expect(found).toEqual([
    { kind: KIND, place: { kind: 'interaction', index: 1, part: 'request.body' } },
    { kind: KIND, place: { kind: 'interaction', index: 1, part: 'response.headers', text: 'X-Echo' } },
    { kind: KIND, place: { kind: 'interaction', index: 1, part: 'response.body' } },
  ])
})

test('a credential beside the interactions has its line', () => {
  expect(findCredentials(read(`${clean}# ${KEY}\n`), {})).toEqual([
    { kind: KIND, place: { kind: 'position', line: clean.split('\n').length, column: 1 } },
  ])
})

test('a credential that an interaction has already is not reported again for its line', () => {
  const text = stringifyCassette(buildCassette({ url: `https://a.test/?q=${KEY}` }))
  expect(findCredentials(read(text), {})).toEqual([
    { kind: KIND, place: { kind: 'interaction', index: 0, part: 'request.url' } },
  ])
})

test('a comment within another interaction is reported, too', () => {
  const text = stringifyCassette(buildCassette({ url: `https://a.test/?q=${KEY}` }, { url: 'https://a.test/1' }))
  const found = findCredentials(read(text.replace('url: https://a.test/1', `url: https://a.test/1 # ${KEY}`)), {})
  expect(found.map(({ place }) => place.kind)).toEqual(['interaction', 'position'])
})

test('a file in JSON is searched by its interactions', () => {
  const har = stringifyCassette(buildCassette({ response: KEY }), { format: 'har' })
  expect(findCredentials(read(har), {})).toEqual([
    { kind: KIND, place: { kind: 'interaction', index: 0, part: 'response.body' } },
  ])
})

test('an allowed text is no credential', () => {
  const cassette = read(stringifyCassette(buildCassette({ response: KEY })))
  expect(findCredentials(cassette, { allowed: [/^sk-ant-api03-Ab1/] })).toEqual([])
  expect(findCredentials(cassette, { allowed: [/^other/] })).toHaveLength(1)
})
