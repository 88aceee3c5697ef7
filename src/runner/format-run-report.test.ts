import { resolve } from 'node:path'
import { expect, test } from 'vitest'
import type { CassetteUsage } from './cassette-usage.ts'
import type { TestRecord } from './find-obsolete.ts'
import { formatRunReport } from './format-run-report.ts'

const NOTHING = { files: [], interactions: [] }

const used = (file: string, more: Partial<CassetteUsage>): TestRecord => ({
  testFile: '/app/a.test.ts',
  cassette: undefined,
  outcome: 'passed',
  usages: [
    { file, played: [], calls: 0, before: 'found', total: 0, recorded: 0, onUnplayed: 'error', tokens: 0, ...more },
  ],
})

test('a run without cassettes has no report', () => {
  expect(formatRunReport([], NOTHING, 'list')).toEqual([])
  expect(formatRunReport([used('idle.yaml', {})], NOTHING, 'fail')).toEqual([])
})

test('the report counts cassettes, not tests, and the calls that they avoided', () => {
  const tests = [
    used('a.yaml', { calls: 1, tokens: 1200 }),
    used('a.yaml', { calls: 2, tokens: 34 }),
    used('new.yaml', { before: 'missing', recorded: 2 }),
    used('grown.yaml', { calls: 1, recorded: 1 }),
  ]
  expect(formatRunReport(tests, NOTHING, 'list')).toEqual([
    '  Cassettes  1 replayed, 1 recorded, 1 updated',
    '             4 calls avoided, 1,234 tokens saved',
  ])
})

test('a cassette that a test recorded stays recorded if a later test of the run replays or extends it', () => {
  const recorded = used('a.yaml', { before: 'missing', recorded: 1 })
  const later = [used('a.yaml', { calls: 1 }), used('a.yaml', { recorded: 1 })]
  expect(formatRunReport([recorded, ...later], NOTHING, 'list')).toEqual([
    '  Cassettes  1 recorded',
    '             1 call avoided',
  ])
})

const obsolete = {
  files: [resolve('__cassettes__/a.test.ts/old\u001b[2J.yaml')],
  interactions: [
    { file: resolve('allowed.yaml'), indexes: [0, 2], severity: 'ignore' as const },
    { file: resolve('strict.yaml'), indexes: [1], severity: 'error' as const },
  ],
}

test('obsolete cassettes are listed, and unplayed interactions that are an error have lines of their own', () => {
  expect(formatRunReport([], obsolete, 'list')).toEqual([
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
  const [first, ...items] = formatRunReport([], obsolete, policy)
  expect(first).toBe(`  Cassettes  ${headline}`)
  expect(items.map((line) => line.trim())).toEqual([
    '__cassettes__/a.test.ts/old·[2J.yaml',
    'allowed.yaml #0 #2',
    'strict.yaml #1',
  ])
})
