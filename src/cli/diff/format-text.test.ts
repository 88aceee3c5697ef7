import { expect, test } from 'vitest'
import type { CassetteDiff } from './compare-cassettes.ts'
import { formatText } from './format-text.ts'

const DIFF: CassetteDiff = {
  verdict: 'structural',
  a: 'old.yaml',
  b: 'new.yaml',
  tokens: { a: 1, b: 2 },
  interactions: [
    { verdict: 'identical', a: 0, b: 0, method: 'GET', url: 'https://a.test/', changes: [] },
    {
      verdict: 'structural',
      a: 1,
      b: 1,
      method: 'GET',
      url: 'https://a.test/\nb',
      changes: [
        { aspect: 'answer', kind: 'wording', a: 'One. Two. Three. Four. Five.', b: 'Uno. Two. Three. Four. Cinco.' },
      ],
      tokens: { a: 1, b: 2 },
    },
  ],
}

test('a diff has a head for each interaction that differs, its sentences, and a summary', () => {
  expect(formatText(DIFF)).toEqual([
    [{ style: 'bold', text: '#1 GET a.test/·b' }, ' ', { style: 'red', text: 'structural' }],
    ['  ', { style: 'cyan', text: 'answer' }],
    ['    ', { style: 'red', text: '- One.' }],
    ['    ', { style: 'green', text: '+ Uno.' }],
    ['    ', { style: 'dim', text: '  Two.' }],
    ['    ', { style: 'dim', text: '…' }],
    ['    ', { style: 'dim', text: '  Four.' }],
    ['    ', { style: 'red', text: '- Five.' }],
    ['    ', { style: 'green', text: '+ Cinco.' }],
    ['  ', { style: 'dim', text: 'tokens 1 → 2 (+1)' }],
    '',
    [{ style: 'red', text: 'structural' }, ': 1 of 2 interactions differs', ', tokens 1 → 2 (+1)'],
  ])
})

test('each cassette of two folders has a title, its diff and its own summary', () => {
  const { tokens: _, ...member } = { ...DIFF, interactions: [], name: 'a.yaml', presence: 'only in a' } as const
  const folders = { verdict: 'structural', a: 'x', b: 'y', cassettes: [member], failures: [] } as const
  expect(formatText(folders)).toEqual([
    [{ style: 'bold', text: 'a.yaml (gone)' }],
    [{ style: 'red', text: 'structural' }, ': 0 interactions, all identical', ''],
    '',
    [{ style: 'red', text: 'structural' }, ': 1 of 1 cassette differs', ''],
  ])
})
