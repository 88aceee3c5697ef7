import { globSync, readFileSync } from 'node:fs'
import { parseCassette } from 'msw-cassette'
import { expect, test } from 'vitest'
import { buildCassette, type Exchange } from '../../../test/build-cassette.ts'
import { corpusFiles, readableFolders } from '../../../test/corpus.ts'
import type { Cassette } from '../../cassette.ts'
import { readConversation } from '../../llm/read-conversation.ts'
import type { SelectedCassette } from '../select/select-cassettes.ts'
import { compareCassettes } from './compare-cassettes.ts'

function select(cassette: Cassette): SelectedCassette {
  return {
    path: 'a',
    cassette,
    interactions: cassette.interactions.map((interaction, index) => ({ interaction, index })),
  }
}

function compare(a: Exchange, b: Exchange) {
  const { verdict, interactions } = compareCassettes(
    select(buildCassette(a)),
    select(buildCassette(b)),
    readConversation,
  )
  return { verdict, aspects: interactions.flatMap(({ changes }) => changes.map(({ aspect }) => aspect)) }
}

test.each<[string, Exchange, Exchange, unknown]>([
  [
    'keys in another order',
    { response: '{"a":1,"b":2}' },
    { response: '{"b":2,"a":1}' },
    { verdict: 'identical', aspects: [] },
  ],
  [
    'another string',
    { response: '{"a":"x"}' },
    { response: '{"a":"y"}' },
    { verdict: 'wording', aspects: ['response body'] },
  ],
  [
    'another number',
    { response: '{"a":1}' },
    { response: '{"a":2}' },
    { verdict: 'structural', aspects: ['response body'] },
  ],
  [
    'another key',
    { response: '{"a":"x"}' },
    { response: '{"b":"x"}' },
    { verdict: 'structural', aspects: ['response body'] },
  ],
  ['another text', { response: 'x' }, { response: 'y' }, { verdict: 'wording', aspects: ['response body'] }],
  ['no text', { response: 'x' }, { response: '' }, { verdict: 'structural', aspects: ['response body'] }],
  ['another status', { status: 200 }, { status: 500 }, { verdict: 'structural', aspects: ['status'] }],
  [
    'other bytes',
    { response: Uint8Array.of(0xff, 1) },
    { response: Uint8Array.of(0xff, 2) },
    { verdict: 'structural', aspects: ['response body'] },
  ],
  [
    'another event',
    { response: 'data: {"a":"x"}\n\n', type: 'text/event-stream' },
    { response: 'data: {"a":"y"}\n\n', type: 'text/event-stream' },
    { verdict: 'wording', aspects: ['response body'] },
  ],
])('judges %s', (_name, a, b, expected) => {
  expect(compare(a, b)).toEqual(expected)
})

test('every fixture, and every cassette of the corpus, is identical to itself', () => {
  const files = [
    ...globSync('fixtures/*/*.{yaml,yml,json,har,gz}'),
    ...readableFolders.flatMap(corpusFiles).map(({ file }) => file),
  ]
  for (const file of files) {
    const bytes = readFileSync(file)
    const [a, b] = [select(parseCassette(bytes)), select(parseCassette(bytes))]
    expect({ file, verdict: compareCassettes(a, b, readConversation).verdict }).toEqual({ file, verdict: 'identical' })
  }
})
