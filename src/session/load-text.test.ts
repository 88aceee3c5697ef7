import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { buildCassette } from '../../test/build-cassette.ts'
import { refusal } from '../../test/refusal.ts'
import { parseCassette } from '../format/parse-cassette.ts'
import { loadText } from './load-text.ts'

const text = readFileSync('fixtures/go-vcr-v2/simple_streaming_gemini-2.0-flash.yaml', 'utf8')

test('a page reads the text of a go-vcr version 2 cassette as Node does', () => {
  expect(loadText(text)).toEqual({ cassette: parseCassette(text), presence: 'found' })
})

test('a parsed cassette is used as it is', () => {
  const cassette = buildCassette({})
  expect(loadText(cassette)).toEqual({ cassette, presence: 'found' })
  expect(loadText(cassette).cassette).toBe(cassette)
})

test.each([
  ['a path', 'fixtures/greeting.yaml', { code: 'cassette_unreadable', file: 'fixtures/greeting.yaml' }],
  ['a URL', new URL('https://a.test/a.yaml'), { code: 'cassette_unreadable', file: 'https://a.test/a.yaml' }],
  ['another format', '{"log":{"entries":[]}}', { code: 'cassette_format', file: '<text>', line: 1, column: 1 }],
  [
    'a cassette that was cut',
    text.slice(0, text.length / 2),
    { code: 'cassette_format', file: '<text>', found: undefined },
  ],
  ['nothing', undefined, { code: 'cassette_option', option: 'source' }],
  ['bytes', new Uint8Array(), { code: 'cassette_option', option: 'source' }],
])('a page refuses %s', (_, source, facts) => {
  expect(refusal(() => loadText(source as never))).toMatchObject(facts)
})
