import { expect, test } from 'vitest'
import type { CassetteDiff, InteractionDiff } from './compare-cassettes.ts'
import { formatGithub } from './format-github.ts'

const interaction = (more: Partial<InteractionDiff>): InteractionDiff => ({
  verdict: 'wording',
  a: 0,
  b: 0,
  method: 'POST',
  url: 'https://api.test/v1',
  line: 4,
  changes: [],
  ...more,
})

const cassette = (...interactions: InteractionDiff[]): CassetteDiff => ({
  verdict: 'structural',
  a: 'HEAD:a.yaml',
  b: 'a.yaml',
  interactions,
})

test('a wording is a notice at its line of the new cassette, and an equal interaction is not mentioned', () => {
  const changes = [{ aspect: 'answer', kind: 'wording', a: 'Yes. Bye.', b: 'No. Bye.' }] as const
  expect(
    formatGithub(cassette(interaction({ verdict: 'identical' }), interaction({ changes, tokens: { a: 1, b: 2 } }))),
  ).toEqual([
    '::notice file=a.yaml,line=4,title=Cassette%3A wording::#0 POST api.test/v1%0Aanswer:%0A- Yes.%0A+ No.%0A  Bye.%0Atokens 1 → 2 (+1)',
  ])
})

test('a structural difference is a warning, and one that the new cassette lacks has no line in it', () => {
  const { b: _, ...gone } = interaction({ verdict: 'structural' })
  expect(formatGithub(cassette(gone))).toEqual([
    '::warning file=a.yaml,title=Cassette%3A structural::#0 (gone) POST api.test/v1',
  ])
})

test('two folders have the annotations of all their cassettes', () => {
  const member = { ...cassette(interaction({})), name: 'a.yaml', presence: 'both' } as const
  const folders = {
    verdict: 'wording',
    a: 'x',
    b: 'y',
    cassettes: [member, { ...member, b: 'b.yaml' }],
    failures: [],
  } as const
  expect(formatGithub(folders)).toEqual([
    '::notice file=a.yaml,line=4,title=Cassette%3A wording::#0 POST api.test/v1',
    '::notice file=b.yaml,line=4,title=Cassette%3A wording::#0 POST api.test/v1',
  ])
})

test('a long change is cut, and its annotation reports that', () => {
  const lines = (word: string): string => Array.from({ length: 40 }, (_, index) => `${word} ${index}`).join('\n')
  const changes = [{ aspect: 'answer', kind: 'wording', a: lines('old'), b: lines('new') }] as const
  const [text = ''] = formatGithub(cassette(interaction({ changes })))
  const shown = text.split('%0A')
  expect([shown.length, shown.at(-2), shown.at(-1)]).toEqual([32, '- old 28', '… and 51 more lines'])
})
