import { expect, test } from 'vitest'
import type { InteractionDiff, Verdict } from './compare-cassettes.ts'
import { describeCounts, describeInteraction, describeMember, describeUsage } from './describe.ts'

const diff = (more: Partial<InteractionDiff> = {}): InteractionDiff => ({
  verdict: 'wording',
  method: 'POST',
  url: 'https://api.test/v1?q=1',
  changes: [],
  ...more,
})

test.each([
  [{ a: 1, b: 1 }, '#1 POST api.test/v1?q=1'],
  [{ a: 1, b: 3 }, '#1 → #3 POST api.test/v1?q=1'],
  [{ b: 2 }, '#2 (new) POST api.test/v1?q=1'],
  [{ a: 0 }, '#0 (gone) POST api.test/v1?q=1'],
  [{ a: 0, b: 0, url: 'http://127.0.0.1:1/' }, '#0 POST http://127.0.0.1:1/'],
])('the place %j is described', (place, text) => {
  expect(describeInteraction(diff(place))).toBe(text)
})

test('a cassette that only one folder has is marked', () => {
  const member = { name: 'a.yaml', verdict: 'structural', a: 'x', b: 'y', interactions: [] } as const
  const presences = ['both', 'only in a', 'only in b'] as const
  expect(presences.map((presence) => describeMember({ ...member, presence }))).toEqual([
    'a.yaml',
    'a.yaml (gone)',
    'a.yaml (new)',
  ])
})

test.each<[Verdict[], string, string]>([
  [[], '0 interactions, all identical', '0 cassettes, all identical'],
  [['identical'], '1 interaction, all identical', '1 cassette, all identical'],
  [['identical', 'wording'], '1 of 2 interactions differs', '1 of 2 cassettes differs'],
  [['structural', 'identical', 'wording'], '2 of 3 interactions differ', '2 of 3 cassettes differ'],
])('the verdicts %j are counted', (verdicts, interactions, cassettes) => {
  const common = { verdict: 'wording', a: 'x', b: 'y' } as const
  const members = verdicts.map(
    (verdict) => ({ ...common, verdict, name: 'a', presence: 'both', interactions: [] }) as const,
  )
  expect([
    describeCounts({ ...common, interactions: verdicts.map((verdict) => diff({ verdict })) }),
    describeCounts({ ...common, cassettes: members, failures: [] }),
  ]).toEqual([interactions, cassettes])
})

test.each([
  [{}, ''],
  [{ tokens: { a: 21, b: 21 }, cost: { a: 0.1, b: 0.1 } }, ''],
  [{ tokens: { a: 21, b: 25 } }, 'tokens 21 → 25 (+4)'],
  [{ tokens: { a: 25, b: 0 } }, 'tokens 25 → 0 (-25)'],
  [{ tokens: { a: 1, b: 2 }, cost: { a: 0.25, b: 0.2 } }, 'tokens 1 → 2 (+1), cost $0.25 → $0.2 (-$0.05)'],
])('the usage %j is described by its changes', (usage, text) => {
  expect(describeUsage(usage)).toBe(text)
})
