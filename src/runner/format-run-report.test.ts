import { resolve } from 'node:path'
import { expect, test } from 'vitest'
import { addTotals, type CallTotals } from './call-totals.ts'
import { formatRunReport } from './format-run-report.ts'
import type { CassetteState, RunReport } from './run-report.ts'

const NOTHING = { files: [], interactions: [] }

const toReport = (
  saved: Partial<CallTotals>,
  states: CassetteState[] = [],
  obsolete: RunReport['obsolete'] = NOTHING,
) => ({
  version: 1 as const,
  cassettes: states.map((state, index) => ({ file: `${index}.yaml`, state, recorded: 0, saved: addTotals([]) })),
  saved: { ...addTotals([]), ...saved },
  recorded: 0,
  obsolete,
})

const format = (saved: Partial<CallTotals>, ...states: CassetteState[]) =>
  formatRunReport(toReport(saved, states), 'list')

test('a run without cassettes has no report', () => {
  expect(format({})).toEqual([])
})

test('the report counts cassettes, and what their calls would have cost', () => {
  const saved = { calls: 14, tokens: 3180, cost: 0.0361, waiting: 41_200 }
  expect(format(saved, 'replayed', 'recorded', 'replayed', 'updated')).toEqual([
    '  Cassettes  2 replayed, 1 recorded, 1 updated',
    '             14 calls not made, 3,180 tokens and $0.04 not paid for, 41 s of recorded waiting saved',
  ])
})

test.each<[string, Partial<CallTotals>, string]>([
  ['a call without tokens, cost or waiting', { calls: 1 }, '1 call not made'],
  ['tokens whose cost is unknown', { calls: 2, tokens: 1, unpriced: 2 }, '2 calls not made, 1 token not paid for'],
  [
    'a cost that is partly unknown',
    { calls: 3, tokens: 9, cost: 1234.5, unpriced: 1 },
    '3 calls not made, 9 tokens and $1,234.50 (1 call of unknown cost) not paid for',
  ],
  ['a cost below a cent', { calls: 1, cost: 0.000_021 }, '1 call not made, $0.00002 not paid for'],
  ['a free model', { calls: 1, cost: 0 }, '1 call not made, $0.00 not paid for'],
  ['less than half a second of waiting', { calls: 1, waiting: 499 }, '1 call not made'],
])('%s is reported', (_, saved, expected) => {
  expect(format(saved, 'replayed')).toEqual(['  Cassettes  1 replayed', `             ${expected}`])
})

test('a run that only recorded has no savings', () => {
  expect(format({}, 'recorded')).toEqual(['  Cassettes  1 recorded'])
})

const obsolete = {
  files: [resolve('__cassettes__/a.test.ts/old\u001b[2J.yaml')],
  interactions: [
    { file: resolve('allowed.yaml'), indexes: [0, 2], severity: 'ignore' as const },
    { file: resolve('strict.yaml'), indexes: [1], severity: 'error' as const },
  ],
}

test('obsolete cassettes are listed, and unplayed interactions that are an error have lines of their own', () => {
  expect(formatRunReport(toReport({}, [], obsolete), 'list')).toEqual([
    '  Cassettes  2 obsolete, remove with -u:',
    '               __cassettes__/a.test.ts/old·[2J.yaml',
    '               allowed.yaml #0 #2',
    "             An error: no test requested these recorded interactions. Remove them with -u, or allow them: { onUnplayed: 'ignore' }.",
    '               strict.yaml #1',
  ])
})

test.each([
  ['remove', '3 obsolete, removed:'],
  ['fail', '3 obsolete, an error in CI; remove with -u and commit:'],
] as const)('with the policy "%s", everything obsolete is in one list', (policy, headline) => {
  const [first, ...items] = formatRunReport(toReport({}, [], obsolete), policy)
  expect(first).toBe(`  Cassettes  ${headline}`)
  expect(items.map((line) => line.trim())).toEqual([
    '__cassettes__/a.test.ts/old·[2J.yaml',
    'allowed.yaml #0 #2',
    'strict.yaml #1',
  ])
})

test('a test with samples has a line, and one for each sample that failed', () => {
  const { cassettes, ...report } = toReport({}, ['replayed'])
  const samples = [{ passed: 4, total: 5, failures: ['sample 3: Error: \u001b[31mno'] }]
  expect(
    formatRunReport({ ...report, cassettes: cassettes.map((cassette) => ({ ...cassette, samples })) }, 'list'),
  ).toEqual([
    '  Cassettes  1 replayed',
    '             samples of 0.yaml: 4 of 5 passed',
    '               sample 3: Error: ·[31mno',
  ])
})
